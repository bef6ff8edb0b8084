import Grading
import Workbooks

/// All exercises, lesson by lesson: the rows of each lie in its folder.
enum Workbook {
  static var rows: [Row] {
    DomainsWorkbook.rows + PretrainedNetworksWorkbook.rows + FeatureExtractionWorkbook.rows + FineTuningWorkbook.rows
      + IdealImageWorkbook.rows + AdversarialCatWorkbook.rows
  }

  /// The exercise, or one of the rehearsals, with that id.
  static func row(_ id: String) -> Row? {
    (rows + rehearsals).first { $0.id == id }
  }
}
