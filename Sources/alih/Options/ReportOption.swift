import ArgumentParser
import Foundation
import Notebook

/// The files that a run is written as.
struct ReportOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The reports: md, a page for a browser (html), a notebook (ipynb), with commas between.", valueName: "kinds"),
    transform: ReportOption.kinds)
  var report = ReportKind.allCases

  /// What writes them.
  var formats: [any ReportFormat] { report.map(\.format) }

  private static func kinds(_ text: String) throws -> [ReportKind] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let kind = ReportKind(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
        let known = ReportKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no report is called '\(String(name).onOneLine)'; there are \(known)")
      }
      return kind
    }
  }
}
