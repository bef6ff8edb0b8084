extension Unicode.Scalar {
  /// Whether a terminal may obey it, or text around it may look other than it is: control characters (C0, DEL, C1), line and
  /// paragraph separators, marks of direction (U+200E, U+202E, U+2066 …) and other characters of format, which cannot be seen.
  ///
  /// The two joiners (U+200C, U+200D) are left: Persian, Hindi and some emoji are written with them.
  package var commands: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: self != "\u{200C}" && self != "\u{200D}"
    default: false
    }
  }
}

/// A text that comes from elsewhere (a name out of a file, of a file, of a reader) as it is written in each place: one function
/// a place. JSON has JSONEncoder, Python `quotedForPython`, a file's name `fileName`.
extension String {
  /// The text on one line of a terminal, or in a row of a table: newlines and tabs are spaces, and what a terminal may obey
  /// is �.
  package var onOneLine: String {
    guard unicodeScalars.contains(where: \.commands) else { return self }
    let lines = split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    return String(
      String.UnicodeScalarView(
        lines.joined(separator: " ").unicodeScalars.map { $0 == "\t" ? " " : $0.commands ? "\u{FFFD}" : $0 }))
  }

  /// The text without its middle, for which … stands, where it has more than so many characters.
  package func shortened(to limit: Int) -> String {
    count > limit ? "\(prefix(limit * 2 / 3)) … \(suffix(limit / 3))" : self
  }

  /// The lines of a text as a terminal may be given them: what it may obey, but for newlines and tabs, is written as JSON
  /// writes it, `\u001b`, so that JSON stays what it is.
  package var printable: String {
    guard unicodeScalars.contains(where: \.commands) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.commands, scalar != "\n", scalar != "\t" {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text between the backticks of Markdown, on one line; a backtick in it becomes an apostrophe.
  package var inMarkdownCode: String { "`\(onOneLine.replacing("`", with: "'").replacing("|", with: "¦"))`" }

  /// The text as a piece of Markdown that shows it as it is, on one line: no HTML, link, picture, formula or end of a cell
  /// comes of it.
  package var inMarkdown: String {
    let characters = Array(onOneLine)
    var result = ""
    for (place, character) in characters.enumerated() {
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      let isMeant =
        switch character {
        case "\\", "`", "*", "[", "]", "<", ">", "|", "&", "~", "$", "{", "}": true
        // Inside of a word it means nothing.
        case "_": !before.isWordPart || !after.isWordPart
        // An address without a mark around it is one by its colon and slashes, or by its www.
        case "/": before == ":"
        case ".": "wW".contains(before)
        default: false
        }
      if isMeant { result.append("\\") }
      result.append(character)
    }
    return result
  }

}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }
}
