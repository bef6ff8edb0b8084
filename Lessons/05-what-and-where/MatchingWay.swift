import Datasets
import Experiments
import Notebook
import TransferLearning

/// How a small network learns from a few pictures: alone, or held to a source's maps.
enum MatchingWay: String, CaseIterable, StudyKey {
  case alone, single
  case oneToOne = "one-to-one"
  case allToAll = "all-to-all"
  /// All pairs, with weights of channels and pairs that are learnt.
  case learnt

  /// Which layers are matched with which; nil for none.
  var strategy: MatchingStrategy? {
    switch self {
    case .alone: nil
    case .single: .single
    case .oneToOne: .oneToOne
    case .allToAll, .learnt: .allToAll
    }
  }
}

/// Another task for the same two networks.
enum TargetTask: String, CaseIterable, StudyKey {
  case flowers, pets, digits

  var task: ClassificationTask {
    switch self {
    case .flowers: .flowers
    case .pets: .pets
    case .digits: .digits
    }
  }

  /// Times that every picture is seen: fewer where there are more of them.
  var epochs: Int { self == .flowers ? 4 : 2 }
}

/// What could be done with the pictures instead.
enum Rival: String, CaseIterable, StudyKey {
  case alone
  case allToAll = "all-to-all"
  case distilled
  case headAlone = "head-alone"
  case fineTuned = "fine-tuned"
}

/// Where the maps come from that a small network is held to.
enum MapSource: String, CaseIterable, StudyKey {
  /// From a network that knows animals and things.
  case trained
  /// From the same layers with random weights.
  case untrained
  /// There are none: it learns alone.
  case nothing
}
