import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// How a network and a way are chosen.
public struct ChoiceSettings: Sendable {
  /// Pictures of a class at most, of which a fifth is kept to choose by.
  public var perClass = 100
  /// How long fine-tuning and training from scratch may take together, in seconds on a machine of two cores.
  public var seconds = 60.0
  /// What the split, the order and new weights follow from.
  public var seed: UInt64 = 1

  /// The usual settings.
  public init() {}

  /// The ways to try, the cheapest first, with as many epochs as there is time for; a head only where it is linear.
  func ways(of network: Network, pictures: Int) -> [TrainingSettings] {
    let passes = Double(Budget(network, seconds: seconds).passes)
    return TrainingStrategy.allCases.filter { $0 != .head || network.linearHead != nil }.map { strategy in
      var settings = TrainingSettings(strategy)
      let affordable = Int(min(1e6, passes / 2 / Double(3 * max(1, pictures))))
      settings.epochs = min(strategy.usualEpochs, max(1, affordable))
      settings.seed = seed
      return settings
    }
  }
}

/// What a way has come to on pictures to choose by.
package struct WayTrial {
  package let settings: TrainingSettings
  package let trained: TrainedNetwork

  init(_ settings: TrainingSettings, _ trained: TrainedNetwork) {
    self.settings = settings
    self.trained = trained
  }

  /// The share of pictures to choose by that are classified rightly.
  package var accuracy: Float { trained.validation.accuracy }

  /// How many pictures it was tried on.
  package var count: Int { trained.predictions.counts.joined().reduce(0, +) }

  /// √(p (1 − p) / n): by how much the share p of n pictures is off by chance.
  package var standardError: Float { (accuracy * (1 - accuracy) / Float(max(1, count))).squareRoot() }

  /// Whether it gets fewer of the same pictures right than another by more than a standard error of the difference.
  ///
  /// Where b pictures are right with the other alone and c with this one alone, and both ways were equally good, b − c would scatter
  /// around 0 with the standard deviation √(b + c) (McNemar, 1947).
  package func isClearlyBehind(_ other: WayTrial) -> Bool {
    let (mine, others) = (wrong, other.wrong)
    let (lost, won) = (Float(mine.subtracting(others).count), Float(others.subtracting(mine).count))
    return lost - won > (lost + won).squareRoot()
  }

  private var wrong: Set<Int> { Set(trained.predictions.wrong.map(\.index)) }
}
