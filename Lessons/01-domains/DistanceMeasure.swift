import Notebook
import TransferLearning

/// A number for how far two domains lie apart, as its table shows it.
enum DistanceMeasure: String, CaseIterable, StudyKey {
  case mmd, coral, probe

  /// The distance in the unit of the table: CORAL's is 10⁻⁵.
  func value(_ distances: DomainDistances) -> Float {
    switch self {
    case .mmd: distances.discrepancy.discrepancy
    case .coral: distances.coral * 1e5
    case .probe: distances.classifier.distance
    }
  }

  /// How the table writes it.
  var format: ValueFormat {
    switch self {
    case .mmd: .number(digits: 3)
    case .coral: .number(digits: 1)
    case .probe: .number(digits: 2)
    }
  }
}
