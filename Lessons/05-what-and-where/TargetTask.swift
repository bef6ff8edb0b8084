import Datasets
import Notebook

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
