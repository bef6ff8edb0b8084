import Foundation

/// What a run showed, in order: the same for every format it is written in.
public struct Report: Sendable {
  /// One thing after another.
  public enum Block: Sendable {
    /// Markdown with its values filled in.
    case prose(String)
    /// A cell's source as it ran.
    case code(cell: String, source: String)
    /// A figure with its number, from 1.
    case figure(Figure, number: Int)
    /// One claim or several.
    case claims([Claim])
    /// The id of an exercise that has its place here.
    case exercise(String)
  }

  public let lesson: String
  /// The lesson's title, in the language of the run.
  public let title: String
  public let language: Language
  public let seeds: [UInt64]
  /// What was shown.
  public let blocks: [Block]
  /// All claims of the run.
  public let claims: [Claim]
  /// What the lesson's exercises ask for.
  public let exercises: [ExerciseText]
  /// The lesson's questions, if it has any.
  public let quiz: Quiz?
  /// How long the run took.
  public let seconds: Double
}

extension Report {
  /// What the run was, row by row, in the report's language.
  var summary: [(name: String, value: String)] {
    let names = [
      Phrase(en: "Lesson", id: "Pelajaran"), Phrase(en: "Claims", id: "Klaim"), Phrase(en: "Seeds", id: "Benih acak"),
      Phrase(en: "Time", id: "Waktu"), Phrase(en: "Made by", id: "Dibuat oleh"),
    ]
    let values = [
      lesson, claims.summary(language), seeds.map(String.init).joined(separator: ", "),
      ValueFormat.seconds.text(seconds, in: language), Release.software,
    ]
    return zip(names, values).map { ($0(language), $1) }
  }
}

/// A kind of file that a report can be written as.
public protocol ReportFormat: Sendable {
  /// The file's name in the lesson's folder of results, such as `report.md`.
  var fileName: String { get }

  /// The file's content; figures lie in `folder` under their own names.
  func data(for report: Report, folder: URL) throws -> Data
}
