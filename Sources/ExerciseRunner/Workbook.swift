import Grading

/// All exercises, lesson by lesson.
///
/// The rows of a lesson are in a file of their own.
enum Workbook {
  static var rows: [Row] {
    [
      domains, pretrainedNetworks, featureExtraction, fineTuning, idealImage, adversarialCat,
    ].flatMap(\.self)
  }

  /// The exercise, or one of the rehearsals, with that id.
  static func row(_ id: String) -> Row? {
    (rows + rehearsals).first { $0.id == id }
  }
}
