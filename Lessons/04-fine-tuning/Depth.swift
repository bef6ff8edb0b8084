import ModelZoo
import Notebook

/// How much of a network learns, from its head downwards.
enum Depth: String, CaseIterable, StudyKey {
  case headAlone = "head-alone"
  case lastThree = "last-three"
  case lastFive = "last-five"
  case upperHalf = "upper-half"
  case everything
  /// Everything, from random weights.
  case scratch

  /// Layer groups that stay frozen, counted from the picture on.
  func frozen(of network: Network) -> Int {
    let groups = network.layerGroups.count
    return switch self {
    case .headAlone: groups - 1
    case .lastThree: groups - 3
    case .lastFive: groups - 5
    case .upperHalf: groups / 2
    case .everything, .scratch: 0
    }
  }
}
