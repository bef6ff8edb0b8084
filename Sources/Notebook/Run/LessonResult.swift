import Foundation

/// What a run of a lesson found and wrote.
public struct LessonResult: Sendable {
  public let lesson: String
  /// The claims, in the order in which they were made.
  public let claims: [Claim]
  /// The figures, in the order in which they were drawn.
  public let figures: [Figure]
  /// The measured values by their full names, `CELL.NAME`.
  public let measurements: [String: MeasuredValue]
  /// How long it took without the time spent waiting for Enter.
  public let seconds: Double
  /// Where figures and reports are.
  public let folder: URL
  /// What was shown, ready to be written in any format.
  public let report: Report

  /// The claims that fail; those that are not decided are not among them.
  public var failedClaims: [Claim] { claims.filter { $0.verdict == .fails } }
}
