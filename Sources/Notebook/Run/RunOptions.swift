import Foundation
import Imaging

/// How a lesson is run.
public struct RunOptions: Sendable {
  /// The language of text, figures and report.
  public var language: Language
  /// The first of five consecutive seeds.
  public var seed: UInt64
  /// The folder in which the lesson's folder of results is made.
  public var output: URL
  /// A picture of the reader's own, for lessons that work with one.
  public var picture: Image?
  /// Whether to wait for Enter before each section, on a terminal.
  public var pauses: Bool
  /// Whether Ctrl-C ends the process with status 130 and a line that says what was kept.
  public var handlesInterrupt: Bool
  /// The files that are written besides the figures.
  public var reports: [any ReportFormat]

  /// Options with the course's usual values.
  public init(
    language: Language = .en, seed: UInt64 = 1, output: URL = URL(fileURLWithPath: "output"),
    picture: Image? = nil, pauses: Bool = true,
    handlesInterrupt: Bool = false, reports: [any ReportFormat] = ReportKind.allCases.map(\.format)
  ) {
    self.language = language
    self.seed = seed
    self.output = output
    self.picture = picture
    self.pauses = pauses
    self.handlesInterrupt = handlesInterrupt
    self.reports = reports
  }

  public var seeds: [UInt64] { (0..<5).map { seed &+ $0 } }
}
