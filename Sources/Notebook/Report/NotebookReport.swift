import Foundation

/// Writes a report as a Jupyter notebook (nbformat 4.5) with its outputs: prose and claims as Markdown, each cell's source with
/// the figure that it drew below it.
///
/// A kernel for Swift is rare, so the first cell says how the lesson is run; what came of it stands there already.
public struct NotebookReport: ReportFormat {
  /// A format without options.
  public init() {}

  /// `report.ipynb`.
  public var fileName: String { "report.ipynb" }

  /// The notebook's JSON in UTF-8.
  /// - Throws: if a figure can't be read.
  public func data(for report: Report, folder: URL) throws -> Data {
    var notebook = NotebookWriter(report)
    for block in report.blocks { try notebook.append(block) }
    notebook.appendSummary()
    return try JSONSerialization.data(withJSONObject: notebook.json, options: [.prettyPrinted, .sortedKeys])
  }
}

/// A notebook while it is made.
private struct NotebookWriter {
  private let report: Report
  private let language: Language
  private var cells: [[String: Any]] = []

  init(_ report: Report) {
    self.report = report
    language = report.language
    let command = "`alih run \(report.lesson) --language \(language.rawValue) --seed \(report.seeds.first ?? 1)`"
    append(
      markdown: say(
        "This notebook was written by \(command), which runs the cells below and draws the figures again.",
        "*Notebook* ini ditulis oleh \(command), yang menjalankan sel di bawah dan menggambar ulang semua gambarnya."))
  }

  private func say(_ english: String, _ indonesian: String) -> String {
    Phrase(en: english, id: indonesian)(language)
  }

  mutating func append(_ block: Report.Block) throws {
    switch block {
    case .prose(let text): append(markdown: MarkdownReport.trimmingLines(text))
    case .code(let cell, let source): append(source: source, of: cell)
    case .figure(let figure, let number): try append(figure, number)
    case .claims(let claims): append(markdown: MarkdownReport.claimTable(claims, language))
    case .exercise(let id):
      let task = report.exercises.first { $0.id == id }?.task ?? ""
      append(markdown: "**\(say("Exercise", "Latihan"))** `\(id)`\n\n\(task)")
    }
  }

  mutating func appendSummary() {
    let rows = report.summary.map { "| \($0.name) | \($0.value) |" }
    append(markdown: "| \(say("This run", "Eksekusi ini")) | |\n|---|---|\n\(rows.joined(separator: "\n"))")
  }

  /// The notebook as JSON objects.
  var json: [String: Any] {
    [
      "nbformat": 4, "nbformat_minor": 5, "cells": cells,
      "metadata": [
        "kernelspec": ["name": "swift", "display_name": "Swift", "language": "swift"],
        "language_info": ["name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift"],
        "title": report.title,
      ] as [String: Any],
    ]
  }

  private mutating func append(markdown: String, attachments: [String: Any]? = nil) {
    var cell: [String: Any] = [
      "cell_type": "markdown", "id": "text-\(cells.count + 1)", "metadata": [String: Any](),
      "source": Self.lines(markdown),
    ]
    cell["attachments"] = attachments
    cells.append(cell)
  }

  private mutating func append(source: String, of cell: String) {
    cells.append([
      "cell_type": "code", "id": Self.id(ofCell: cell), "metadata": ["name": cell],
      "execution_count": NSNull(), "outputs": [Any](), "source": Self.lines(source),
    ])
  }

  /// A figure is an output of the cell right above it that drew it; elsewhere it is part of a text.
  private mutating func append(_ figure: Figure, _ number: Int) throws {
    let png = try Data(contentsOf: figure.file).base64EncodedString()
    let caption =
      "**\(say("Figure", "Gambar")) \(number). \(figure.title.inMarkdown).**"
      + (figure.caption.map { " " + $0.onOneLine } ?? "")
    guard let last = cells.indices.last, cells[last]["id"] as? String == Self.id(ofCell: figure.cell),
      let outputs = cells[last]["outputs"] as? [Any]
    else {
      append(
        markdown: "![\(figure.alternative.inMarkdown)](attachment:\(figure.fileName))\n\n\(caption)",
        attachments: [figure.fileName: ["image/png": png]])
      return
    }
    cells[last]["outputs"] =
      outputs + [
        [
          "output_type": "display_data", "data": ["image/png": png, "text/plain": Self.lines(figure.alternative)],
          "metadata": ["image/png": ["alt": figure.alternative]],
        ] as [String: Any],
        [
          "output_type": "display_data",
          "data": ["text/markdown": Self.lines(caption), "text/plain": Self.lines(caption)],
          "metadata": [String: Any](),
        ] as [String: Any],
      ]
  }

  /// The name of a cell in the notebook: nbformat allows 64 characters.
  private static func id(ofCell cell: String) -> String { String("cell-\(cell)".prefix(64)) }

  /// A text as nbformat has it: its lines, each but the last with its end.
  private static func lines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { $0 < lines.count - 1 ? "\($1)\n" : String($1) }
  }
}
