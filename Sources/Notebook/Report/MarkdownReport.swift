import Foundation

/// Writes a report as Markdown that a code host shows with its figures.
public struct MarkdownReport: ReportFormat {
  /// A format without options.
  public init() {}

  /// `report.md`.
  public var fileName: String { "report.md" }

  /// The Markdown in UTF-8.
  public func data(for report: Report, folder: URL) -> Data {
    Data(markdown(report).utf8)
  }

  func markdown(_ report: Report) -> String {
    let blocks = report.blocks.map { block($0, report.language) } + [footer(report)]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Report.Block, _ language: Language) -> String {
    switch block {
    case .prose(let text): Self.trimmingLines(text)
    case .code(_, let source): "```swift\n\(source)\n```"
    case .figure(let figure, let number): figureText(figure, number, language)
    case .claims(let claims): Self.claimTable(claims, language)
    case .exercise(let id): "**\(language == .en ? "Exercise" : "Latihan")** `\(id)`"
    }
  }

  private func figureText(_ figure: Figure, _ number: Int, _ language: Language) -> String {
    let name = language == .en ? "Figure" : "Gambar"
    let caption = figure.caption.map { " " + $0.onOneLine } ?? ""
    return "![\(figure.alternative.inMarkdown)](\(figure.fileName))\n\n"
      + "**\(name) \(number). \(figure.title.inMarkdown).**\(caption)"
  }

  static func claimTable(_ claims: [Claim], _ language: Language) -> String {
    let header =
      language == .en
      ? "| | Claim | Mean ± spread | 95\u{A0}% interval | Wanted | Seeds |"
      : "| | Klaim | Rata-rata ± sebaran | Selang 95% | Syarat | Benih |"
    let rows = claims.map { claim in
      let interval = claim.interval(in: language)
      return "| \(claim.verdict.mark)\u{A0}\(claim.verdict.word(language)) | \(cell(claim.statement(language))) "
        + "| \(claim.measured(in: language)) | \(interval ?? "") | \(claim.wanted(in: language)) "
        + "| \(interval == nil ? "" : "\(claim.values.count)") |"
    }
    return ([header, "|---|---|---|---|---|--:|"] + rows).joined(separator: "\n")
  }

  private func footer(_ report: Report) -> String {
    let rows = report.summary.map { "| \($0.name) | \($0.value == report.lesson ? "`\($0.value)`" : $0.value) |" }
    return
      "---\n\n| \(report.language == .en ? "This run" : "Eksekusi ini") | |\n|---|---|\n\(rows.joined(separator: "\n"))"
  }

  static func trimmingLines(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines)
  }

  /// A piece of Markdown, such as the statement of a claim, as a cell of a table.
  static func cell(_ text: String) -> String {
    text.onOneLine.replacing("|", with: "\\|")
  }
}
