import Foundation

/// Reads the inside of a paragraph: emphasis, code, formulas, links, escapes; comments and HTML tags are left out.
///
/// A formula between dollar signs is kept as it was written, so that `_` and `*` in it mean nothing.
struct InlineParser {
  private let characters: [Character]
  private var position = 0
  private var pieces: [Inline] = []

  /// The pieces of a text.
  static func pieces(of text: String) -> [Inline] {
    var parser = InlineParser(characters: Array(text))
    parser.parse()
    return parser.pieces
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func parse() {
    while let character = peek() {
      switch character {
      case "\\": escape()
      case "`": code()
      case "$": formula()
      case "<": tag()
      case "!" where at("!["): image()
      case "[": link()
      case "*", "_": emphasis(character)
      case "&": entity()
      case "\n": lineEnd()
      case " " where pieces.last?.last == " ": position += 1
      default: literal()
      }
    }
  }

  private func peek(_ offset: Int = 0) -> Character? {
    characters.indices.contains(position + offset) ? characters[position + offset] : nil
  }

  private func at(_ text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  private mutating func add(_ text: String) {
    if case .text(let before) = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(.text(text))
    }
  }

  private mutating func literal(count: Int = 1) {
    add(String(characters[position..<position + count]))
    position += count
  }

  private mutating func escape() {
    position += 1
    guard let next = peek() else { return add("\\") }
    if next == "\n" {
      position += 1
      pieces.append(.lineBreak)
    } else if next.isPunctuation || next.isSymbol {
      literal()
    } else {
      add("\\")
    }
  }

  private mutating func lineEnd() {
    let isHard = position >= 2 && characters[position - 1] == " " && characters[position - 2] == " "
    position += 1
    if isHard {
      pieces.append(.lineBreak)
    } else if pieces.last?.last != " " {
      add(" ")
    }
  }

  private mutating func code() {
    let ticks = String(characters[position...].prefix { $0 == "`" })
    guard let end = characters.find(ticks, from: position + ticks.count, exactly: true) else {
      return literal(count: ticks.count)
    }
    let inside = String(characters[position + ticks.count..<end]).replacing("\n", with: " ")
    let isPadded = inside.hasPrefix(" ") && inside.hasSuffix(" ") && !inside.isBlank
    pieces.append(.code(isPadded ? String(inside.dropFirst().dropLast()) : inside))
    position = end + ticks.count
  }

  private mutating func formula() {
    let mark = at("$$") ? "$$" : "$"
    guard let end = characters.find(mark, from: position + mark.count), end > position + mark.count,
      !characters[position + mark.count].isWhitespace, !characters[end - 1].isWhitespace,
      characters.count == end + mark.count || !characters[end + mark.count].isNumber
    else { return literal() }
    pieces.append(.formula(String(characters[position + mark.count..<end])))
    position = end + mark.count
  }

  private mutating func tag() {
    if at("<!--") {
      position = characters.find("-->", from: position).map { $0 + 3 } ?? characters.count
    } else if let end = characters.find(">", from: position), isTag(characters[position + 1..<end]) {
      let inside = String(characters[position + 1..<end])
      if inside.contains("://") { pieces.append(.link([.text(inside)], address: inside)) }
      position = end + 1
    } else {
      literal()
    }
  }

  private func isTag(_ inside: ArraySlice<Character>) -> Bool {
    guard let first = inside.first(where: { $0 != "/" }) else { return false }
    let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    let next = inside.drop { $0 == "/" }.dropFirst(name.count).first
    return first.isLowercase && first.isASCII && (next == nil || " /:".contains(next ?? " "))
  }

  private mutating func image() {
    position += 1
    if let text = bracketed()?.text { pieces.append(.image(text)) } else { add("!") }
  }

  private mutating func link() {
    guard let (text, address) = bracketed() else { return literal() }
    pieces.append(.link(Self.pieces(of: text), address: address))
  }

  /// Reads `[text](address)` at the current position and moves behind it, or does nothing.
  private mutating func bracketed() -> (text: String, address: String)? {
    guard let close = characters.matching("[", "]", from: position), close + 1 < characters.count,
      characters[close + 1] == "(",
      let end = characters.matching("(", ")", from: close + 1)
    else { return nil }
    let text = String(characters[position + 1..<close])
    let address = String(characters[close + 2..<end]).split(separator: " ").first.map(String.init) ?? ""
    position = end + 1
    return (text, address)
  }

  private mutating func emphasis(_ mark: Character) {
    let run = characters[position...].prefix { $0 == mark }.count
    let count = min(run, 3)
    guard run <= 3, canOpen(mark, count), let end = characters.closing(mark, run: count, from: position + count) else {
      return literal(count: run)
    }
    let inside = Self.pieces(of: String(characters[position + count..<end]))
    pieces.append(count == 1 ? .emphasis(inside) : .strong(count == 2 ? inside : [.emphasis(inside)]))
    position = end + count
  }

  private func canOpen(_ mark: Character, _ count: Int) -> Bool {
    guard let next = peek(count), !next.isWhitespace else { return false }
    guard mark == "_", position > 0 else { return true }
    return !characters[position - 1].isLetter && !characters[position - 1].isNumber
  }

  private mutating func entity() {
    for (name, text) in Self.entities where at(name) {
      add(text)
      position += name.count
      return
    }
    literal()
  }

  private static let entities = [
    ("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&times;", "×"),
  ]
}
