import Notebook
import TransferLearning

/// A way from photos to another style.
enum AdaptationWay: String, CaseIterable, StudyKey {
  /// The source's network as it is.
  case sourceOnly = "source-only"
  case adaBN = "adabn"
  case coral, mmd, dann
  case naive = "naive-self-training"
  case selfTraining = "self-training"
  case tent
  /// With the labels of all target pictures: what the others are measured against.
  case oracle

  /// The ways that use no label of the target.
  static let unsupervised: [AdaptationWay] = allCases.filter { $0 != .sourceOnly && $0 != .oracle }
}

/// How long and how fast a network learns in this lesson; chosen on seeds 101 to 103, which are none of those reported.
enum AdaptationPlan {
  /// Learning the photos.
  static let source = Adaptation(.sourceOnly, epochs: 8, learningRate: 0.05, batchSize: 25)
  /// Epochs of every adaptation.
  static let epochs = 3

  /// The way that is expected to do best, before any number below was known.
  static let favourite = AdaptationWay.mmd

  /// The phases of a way, one after the other.
  static func phases(of way: AdaptationWay) -> [Adaptation] {
    func plan(_ strategy: AdaptationStrategy, norms: NormMemory = .own) -> Adaptation {
      var plan = Adaptation(strategy, epochs: epochs, learningRate: 0.02, batchSize: 20, norms: norms)
      // Whoever is naive takes what comes out last.
      plan.keepsBest = norms == .own
      return plan
    }
    return switch way {
    case .sourceOnly: []
    case .adaBN: [Adaptation(.adaBN, epochs: 0)]
    case .coral: [plan(.coral(weight: 100))]
    case .mmd: [plan(.mmd(weight: 1))]
    case .dann: [plan(.dann(weight: 0.3))]
    case .naive: [Adaptation(.adaBN, epochs: 0), plan(.selfTraining(.naive), norms: .mixed)]
    case .selfTraining: [plan(.selfTraining(.init(threshold: 0.8)))]
    case .tent: [Adaptation(.tent, epochs: 3, learningRate: 0.002, batchSize: 20)]
    case .oracle: [plan(.sourceOnly)]
    }
  }
}
