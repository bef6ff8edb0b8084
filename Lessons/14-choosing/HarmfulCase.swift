import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A source, and what is done with it, that may do harm.
enum HarmfulCase: String, CaseIterable, StudyKey {
  // A new head on the frozen network of a source.
  case world, leaves, untrained, shuffled
  /// The network with dealt labels, all layers learning.
  case tuned = "shuffled-tuned"

  var source: ShelfSource {
    switch self {
    case .world: .world
    case .leaves: .leaves
    case .untrained: .untrained
    case .shuffled, .tuned: .shuffled
    }
  }

  var way: TransferWay { self == .tuned ? .fineTune : .head }
}

/// Pictures that a network has learnt from scratch, with enough time: what a source has to beat.
struct ScratchBaseline {
  /// Epochs of whatever learns in epochs.
  static let epochs = 8

  private let target: TargetPictures
  /// The share of test pictures that is classified rightly after learning from scratch.
  let fromScratch: Float

  init(on target: TargetPictures) throws {
    self.target = target
    var random = RandomSource(seed: target.seed)
    let like = Network(.nanoVGG, classes: target.training.classNames.map(\.english), random: &random)
    fromScratch = try WayOutcome(.scratch, of: like, on: target, epochs: Self.epochs, batchSize: 10).test
  }

  /// The share of the same test pictures with a source, learnt in as many epochs.
  func accuracy(_ way: TransferWay, of source: Network) throws -> Float {
    try WayOutcome(way, of: source, on: target, epochs: Self.epochs, batchSize: 10).test
  }
}
