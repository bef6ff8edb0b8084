/// A piece of Swift source, fine enough to find matching braces and to colour a listing.
struct SwiftToken: Equatable {
  enum Kind {
    case keyword, type, name, number, string, comment, openBrace, closeBrace, other
  }

  let kind: Kind
  let text: String
}

/// Splits Swift source into tokens that, joined, are the source again.
///
/// Knows nested comments, raw and multi-line strings, and code interpolated into strings, but no regex literals.
struct SwiftLexer {
  private let characters: [Character]
  private var position = 0
  private var tokens: [SwiftToken] = []

  static func tokens(of source: String) -> [SwiftToken] {
    var lexer = SwiftLexer(characters: Array(source))
    lexer.code(untilParenthesis: false)
    return lexer.tokens
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  /// Reads code up to the end of the source, or up to the parenthesis that closes an interpolation.
  private mutating func code(untilParenthesis: Bool) {
    var depth = 0
    while let character = peek() {
      if at("//") {
        take(.comment) { $0.peek()?.isNewline == false }
      } else if at("/*") {
        blockComment()
      } else if let hashes = hashesBeforeQuote() {
        string(hashes: hashes)
      } else if character.isLetter || character == "_" || character == "@" || character == "#" {
        word()
      } else if character.isNumber {
        take(.number) { $0.isInNumber }
      } else {
        if character == "(" { depth += 1 }
        if character == ")" {
          if untilParenthesis && depth == 0 { return }
          depth -= 1
        }
        position += 1
        add(character == "{" ? .openBrace : character == "}" ? .closeBrace : .other, String(character))
      }
    }
  }

  /// Whether a number goes on here; the dots of `0..<3` and `3.max` are no part of it.
  private var isInNumber: Bool {
    guard let next = peek() else { return false }
    if next == "." { return position + 1 < characters.count && characters[position + 1].isNumber }
    return next.isHexDigit || "_xop".contains(next)
  }

  private mutating func word() {
    let start = position
    position += 1
    while let next = peek(), next.isLetter || next.isNumber || next == "_" { position += 1 }
    let text = String(characters[start..<position])
    let isMember = start > 0 && characters[start - 1] == "."
    let first = text.first ?? " "
    add(!isMember && Self.keywords.contains(text) ? .keyword : first.isUppercase ? .type : .name, text)
  }

  private mutating func blockComment() {
    let start = position
    var depth = 0
    repeat {
      if at("/*") {
        depth += 1
        position += 2
      } else if at("*/") {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < characters.count
    add(.comment, String(characters[start..<min(position, characters.count)]))
  }

  /// Reads a string with as many `#` around it as told, and the code interpolated into it.
  private mutating func string(hashes: Int) {
    let frame = String(repeating: "#", count: hashes)
    var start = position
    position += hashes
    let quote = at("\"\"\"") ? "\"\"\"" : "\""
    position += quote.count
    while let character = peek() {
      if at(quote + frame) {
        position += quote.count + hashes
        break
      }
      if quote == "\"" && character.isNewline { break }
      if at("\\" + frame + "(") {
        position += hashes + 2
        add(.string, String(characters[start..<position]))
        code(untilParenthesis: true)
        start = position
      } else if at("\\" + frame) {
        position += hashes + 2
      } else {
        position += 1
      }
    }
    position = min(position, characters.count)
    add(.string, String(characters[start..<position]))
  }

  private func hashesBeforeQuote() -> Int? {
    var index = position
    while index < characters.count, characters[index] == "#" { index += 1 }
    return index < characters.count && characters[index] == "\"" ? index - position : nil
  }

  private func peek() -> Character? {
    position < characters.count ? characters[position] : nil
  }

  private func at(_ text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  private mutating func take(_ kind: SwiftToken.Kind, while condition: (SwiftLexer) -> Bool) {
    let start = position
    while condition(self) { position += 1 }
    add(kind, String(characters[start..<position]))
  }

  private mutating func add(_ kind: SwiftToken.Kind, _ text: String) {
    if !text.isEmpty { tokens.append(SwiftToken(kind: kind, text: text)) }
  }

  private static let keywords: Set<String> = [
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
    "final", "for", "func", "guard", "if", "import", "in", "init", "inout", "is", "let", "mutating", "nil", "package",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "some", "any", "static", "struct",
    "super", "switch", "throw", "throws", "true", "try", "var", "where", "while",
  ]
}
