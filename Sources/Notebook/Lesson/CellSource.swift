import Foundation

/// Finds the source of a cell: the declaration after the line `// cell: ID`, up to its matching brace.
struct CellSource {
  /// The name of the file, for messages.
  let file: String
  let text: String

  /// The declaration, moved to the left margin.
  func declaration(ofCell id: String) throws(NotebookError) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let markers = lines.indices.filter { Self.marker(lines[$0]) == id }
    guard let marker = markers.first else {
      throw missing(id, en: "there is no line // cell: \(id)", id: "tidak ada baris // cell: \(id)")
    }
    guard markers.count == 1 else {
      throw missing(id, en: "the line // cell: \(id) is there twice", id: "baris // cell: \(id) ada dua kali")
    }
    let rest = lines[(marker + 1)...]
    let next = rest.firstIndex { Self.marker($0) != nil } ?? lines.endIndex
    guard let body = Self.upToMatchingBrace(rest[..<next].joined(separator: "\n")) else {
      throw missing(
        id, en: "no declaration with matching braces follows // cell: \(id)",
        id: "tidak ada deklarasi dengan kurung kurawal berpasangan setelah // cell: \(id)")
    }
    return Self.dedented(body)
  }

  private func missing(_ cell: String, en: String, id: String) -> NotebookError {
    .missingCellSource(cell, in: file, because: Phrase(en: en, id: id))
  }

  /// The id in a line `// cell: ID`, or nil.
  static func marker(_ line: Substring) -> String? {
    let line = String(line).trimmed
    guard line.hasPrefix("// cell:") else { return nil }
    return String(line.dropFirst("// cell:".count)).trimmed
  }

  private static func upToMatchingBrace(_ source: String) -> String? {
    var result = ""
    var depth = 0
    for token in SwiftLexer.tokens(of: source) {
      result += token.text
      if token.kind == .openBrace { depth += 1 }
      if token.kind == .closeBrace {
        depth -= 1
        if depth == 0 { return result }
        if depth < 0 { return nil }
      }
    }
    return nil
  }

  private static func dedented(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let indent = lines.filter { !$0.isBlank }.map(\.indent).min() ?? 0
    return lines.drop(while: \.isBlank).map { String($0.dropFirst(min(indent, $0.indent))) }.joined(separator: "\n")
  }
}
