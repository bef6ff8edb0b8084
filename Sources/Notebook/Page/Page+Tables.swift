extension Page {
  /// Gives a table a name, which stands for all of it in a text of its own, `{{cell.table}}`; its head are terms.
  ///
  /// ```swift
  /// page.measure("table", terms: ["layer", "maps"], rows: layers.map { [Phrase("`\($0.name)`"), Phrase($0.maps)] })
  /// ```
  public func measure(_ name: String, terms: [String], rows: [[Phrase]]) {
    measure(name, MarkdownTable(header: terms.map { term.phrase($0) }, rows: rows).phrase)
  }
}
