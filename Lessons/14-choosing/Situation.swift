import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What is done with a network of the shelf.
enum TransferWay: String, CaseIterable, StudyKey {
  /// A new head on frozen features.
  case head
  /// That head first, then all layers.
  case fineTune = "fine-tune"
  /// The architecture from random weights.
  case scratch
}

/// How far the target is from what the network has learnt.
enum TargetDistance: String, CaseIterable, StudyKey {
  /// Farm animals, for a network that knows other animals.
  case near
  /// Three digits that look alike.
  case far

  var task: ClassificationTask {
    switch self {
    case .near: .farm
    case .far:
      ClassificationTask(id: "three-digits", classes: [3, 5, 8].map { ClassificationTask.digits.classes[$0] })
    }
  }
}

/// How long a network may learn: how many pictures may pass in training, each as often as it is looked at.
enum TrainingBudget: Int, CaseIterable, StudyKey {
  case short = 150
  case long = 1_200

  var name: String { self == .short ? "short" : "long" }
  func label(_ term: Terms) -> String { term(name) }
}

/// How much there is to learn from, from how far, in what time.
struct Situation: StudyKey {
  let perClass: Int
  let distance: TargetDistance
  let budget: TrainingBudget

  var name: String { "\(perClass).\(distance.name).\(budget.name)" }

  func label(_ term: Terms) -> String {
    "\(distance.label(term)), \(term("per-class", ["count": "\(perClass)"])), \(budget.label(term))"
  }

  static let sizes = [10, 100]
  static let all = TargetDistance.allCases.flatMap { distance in
    sizes.flatMap { size in
      TrainingBudget.allCases.map { Situation(perClass: size, distance: distance, budget: $0) }
    }
  }

  /// The pictures of the situation.
  func pictures(seed: UInt64) -> TargetPictures {
    let classes = distance.task.classes.count
    return TargetPictures(distance.task, count: perClass * classes, validation: 150, test: 300, seed: seed)
  }

  /// Epochs that the budget allows.
  var epochs: Int { max(1, budget.rawValue / (perClass * distance.task.classes.count)) }
}

/// What came of a way in a situation.
struct WayOutcome {
  /// The shares of validation and test pictures that are classified rightly.
  let validation, test: Float
  /// How long it took to learn.
  let seconds: Double

  init(_ way: TransferWay, of source: Network, on target: TargetPictures, epochs: Int, batchSize: Int = 16) throws {
    let start = ContinuousClock.now
    let few = FewPictures(target.training, seed: target.seed, for: source)
    let network = way == .scratch ? few.untrained() : try few.withFittedHead()
    if way != .head {
      network.unfreeze()
      let rate: Float = way == .scratch ? 0.05 : 0.01
      try FineTuning(epochs: epochs, learningRate: rate, batchSize: batchSize).train(
        network, on: target.training, seed: target.seed)
    }
    seconds = start.duration(to: .now) / .seconds(1)
    validation = network.score(on: target.validation).accuracy
    test = network.score(on: target.test).accuracy
  }
}
