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
