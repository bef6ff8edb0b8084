/// How a piece of text looks.
package struct TextStyle: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let strong = TextStyle(rawValue: 1 << 0)
  package static let emphasis = TextStyle(rawValue: 1 << 1)
  package static let underline = TextStyle(rawValue: 1 << 2)
  package static let quiet = TextStyle(rawValue: 1 << 3)
  package static let code = TextStyle(rawValue: 1 << 4)
  package static let heading = TextStyle(rawValue: 1 << 5)
  package static let good = TextStyle(rawValue: 1 << 6)
  package static let bad = TextStyle(rawValue: 1 << 7)
  package static let keyword = TextStyle(rawValue: 1 << 8)
  package static let literal = TextStyle(rawValue: 1 << 9)

  /// The terminal's codes for the style, from the sixteen colours that the reader's own theme defines.
  var codes: [String] {
    let table: [(TextStyle, String)] = [
      (.strong, "1"), (.quiet, "2"), (.emphasis, "3"), (.underline, "4"), (.code, "36"), (.heading, "1;34"),
      (.good, "1;32"), (.bad, "1;31"), (.keyword, "35"), (.literal, "32"),
    ]
    return table.filter { contains($0.0) }.map(\.1)
  }
}

/// A piece of text with one style.
package struct Span: Hashable, Sendable {
  package var text: String
  package var style: TextStyle

  package init(_ text: String, _ style: TextStyle = []) {
    self.text = text
    self.style = style
  }
}

extension [Span] {
  /// The text without its styles.
  package var text: String { map(\.text).joined() }
  /// How many columns the text takes.
  var columns: Int { reduce(0) { $0 + $1.text.columns } }

  /// The text as a terminal wants it, with colours or without.
  func rendered(colour: Bool) -> String {
    guard colour else { return text.printable }
    return map { span in
      let (codes, text) = (span.style.codes, span.text.printable)
      return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }.joined()
  }
}
