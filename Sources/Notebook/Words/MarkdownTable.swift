/// A table of Markdown in both languages, for the places of a text where the rows follow from what was found.
package struct MarkdownTable {
  package let header: [Phrase]
  package let rows: [[Phrase]]

  package init(header: [Phrase], rows: [[Phrase]]) {
    self.header = header
    self.rows = rows
  }

  /// The table as a measured word: a name in the text, `{{cell.table}}`, stands for all of it.
  package var phrase: Phrase { Phrase(en: text(.en), id: text(.id)) }

  private func text(_ language: Language) -> String {
    let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
    let lines = [header.map { $0(language) }, rule] + rows.map { $0.map { $0(language) } }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
