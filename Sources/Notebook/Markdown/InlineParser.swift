import Foundation

/// Reads the inside of a paragraph: emphasis, code, formulas, links, escapes; comments and HTML tags are left out.
///
/// A formula between dollar signs is kept as it was written, so that `_` and `*` in it mean nothing.
struct InlineParser {
  private let characters: [Character]
  private let hasStyles: Bool
  private var position = 0
  private var spans: [Span] = []

  /// The text's spans; where styles can't be shown, code keeps its backticks.
  static func spans(of text: String, hasStyles: Bool, style: TextStyle = []) -> [Span] {
    var parser = InlineParser(characters: Array(text), hasStyles: hasStyles)
    parser.parse(style: style)
    return parser.spans
  }

  private init(characters: [Character], hasStyles: Bool) {
    self.characters = characters
    self.hasStyles = hasStyles
  }

  private mutating func parse(style: TextStyle) {
    while let character = peek() {
      switch character {
      case "\\": escape(style)
      case "`": code(style)
      case "$": formula(style)
      case "<": tag(style)
      case "!" where at("!["): image(style)
      case "[": link(style)
      case "*", "_": emphasis(character, style)
      case "&": entity(style)
      case "\n": lineEnd(style)
      case " " where spans.last?.text.last == " ": position += 1
      default: literal(style)
      }
    }
  }

  private func peek(_ offset: Int = 0) -> Character? {
    characters.indices.contains(position + offset) ? characters[position + offset] : nil
  }

  private func at(_ text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  private mutating func add(_ text: String, _ style: TextStyle) {
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text, style))
    }
  }

  private mutating func literal(_ style: TextStyle, count: Int = 1) {
    add(String(characters[position..<position + count]), style)
    position += count
  }

  private mutating func escape(_ style: TextStyle) {
    position += 1
    guard let next = peek() else { return add("\\", style) }
    if next == "\n" {
      position += 1
      add("\n", style)
    } else if next.isPunctuation || next.isSymbol {
      literal(style)
    } else {
      add("\\", style)
    }
  }

  private mutating func lineEnd(_ style: TextStyle) {
    let isHard = position >= 2 && characters[position - 1] == " " && characters[position - 2] == " "
    position += 1
    if isHard || spans.last?.text.last != " " { add(isHard ? "\n" : " ", style) }
  }

  private mutating func code(_ style: TextStyle) {
    let ticks = String(characters[position...].prefix { $0 == "`" })
    guard let end = characters.find(ticks, from: position + ticks.count, exactly: true) else {
      return literal(style, count: ticks.count)
    }
    let inside = String(characters[position + ticks.count..<end]).replacing("\n", with: " ")
    let isPadded = inside.hasPrefix(" ") && inside.hasSuffix(" ") && !inside.isBlank
    let content = isPadded ? String(inside.dropFirst().dropLast()) : inside
    add(hasStyles ? content : "`\(content)`", style.union(.code))
    position = end + ticks.count
  }

  private mutating func formula(_ style: TextStyle) {
    let mark = at("$$") ? "$$" : "$"
    guard let end = characters.find(mark, from: position + mark.count), end > position + mark.count,
      !characters[position + mark.count].isWhitespace, !characters[end - 1].isWhitespace,
      characters.count == end + mark.count || !characters[end + mark.count].isNumber
    else { return literal(style) }
    add(String(characters[position + mark.count..<end]), style)
    position = end + mark.count
  }

  private mutating func tag(_ style: TextStyle) {
    if at("<!--") {
      position = characters.find("-->", from: position).map { $0 + 3 } ?? characters.count
    } else if let end = characters.find(">", from: position), isTag(characters[position + 1..<end]) {
      let inside = String(characters[position + 1..<end])
      if inside.contains("://") { add(inside, style.union(.underline)) }
      position = end + 1
    } else {
      literal(style)
    }
  }

  private func isTag(_ inside: ArraySlice<Character>) -> Bool {
    guard let first = inside.first(where: { $0 != "/" }) else { return false }
    let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    let next = inside.drop { $0 == "/" }.dropFirst(name.count).first
    return first.isLowercase && first.isASCII && (next == nil || " /:".contains(next ?? " "))
  }

  private mutating func image(_ style: TextStyle) {
    position += 1
    let text = bracketed()?.text
    add(text.map { "[\($0)]" } ?? "!", style)
  }

  private mutating func link(_ style: TextStyle) {
    guard let (text, address) = bracketed() else { return literal(style) }
    let label = Self.spans(of: text, hasStyles: hasStyles, style: style.union(.underline))
    for span in label { add(span.text, span.style) }
    if address.contains("://"), address != label.text { add(" (\(address))", style.union(.quiet)) }
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

  private mutating func emphasis(_ mark: Character, _ style: TextStyle) {
    let run = characters[position...].prefix { $0 == mark }.count
    let count = min(run, 3)
    guard run <= 3, canOpen(mark, count), let end = characters.closing(mark, run: count, from: position + count) else {
      return literal(style, count: run)
    }
    let inside = String(characters[position + count..<end])
    let added: TextStyle = count == 1 ? .emphasis : count == 2 ? .strong : [.strong, .emphasis]
    for span in Self.spans(of: inside, hasStyles: hasStyles, style: style.union(added)) { add(span.text, span.style) }
    position = end + count
  }

  private func canOpen(_ mark: Character, _ count: Int) -> Bool {
    guard let next = peek(count), !next.isWhitespace else { return false }
    guard mark == "_", position > 0 else { return true }
    return !characters[position - 1].isLetter && !characters[position - 1].isNumber
  }

  private mutating func entity(_ style: TextStyle) {
    for (name, text) in Self.entities where at(name) {
      add(text, style)
      position += name.count
      return
    }
    literal(style)
  }

  private static let entities = [
    ("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&times;", "×"),
  ]
}
