/// Turns Markdown into HTML, and keeps its headings for a table of contents.
struct HTMLBlocks {
  /// A heading with the name of its place in the page.
  struct Heading {
    let level: Int
    let anchor: String
    let text: String
    let html: String
  }

  /// The headings so far; no two have one name.
  private(set) var headings: [Heading] = []

  /// A text's blocks.
  mutating func html(_ markdown: String) -> String {
    MarkdownParser.blocks(of: markdown).map { html($0) }.joined(separator: "\n")
  }

  private mutating func html(_ block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let text): return heading(level, text)
    case .paragraph(let text): return "<p>\(text.inlineHTML)</p>"
    case .verbatim("formula", let lines): return "<p class=\"formula\">\(lines.joined(separator: "\n").inHTML)</p>"
    case .verbatim(let language, let lines): return Self.listing(lines.joined(separator: "\n"), language: language)
    case .quote(let blocks): return "<blockquote>\n\(joined(blocks))\n</blockquote>"
    case .list(let items, let isTight): return list(items, isTight: isTight)
    case .table(let header, let alignments, let rows):
      return Self.table(header.map(\.inlineHTML), alignments, rows.map { $0.map(\.inlineHTML) })
    case .rule: return "<hr>"
    }
  }

  private mutating func joined(_ blocks: [MarkdownBlock]) -> String {
    blocks.map { html($0) }.joined(separator: "\n")
  }

  private mutating func heading(_ level: Int, _ text: String) -> String {
    let pieces = InlineParser.pieces(of: text)
    let name = pieces.text.anchor.isEmpty ? "section" : pieces.text.anchor
    let number = headings.count { $0.anchor == name || $0.anchor.hasPrefix(name + "--") }
    let anchor = number == 0 ? name : "\(name)--\(number + 1)"
    headings.append(Heading(level: level, anchor: anchor, text: pieces.text, html: pieces.html))
    return "<h\(level) id=\"\(anchor)\">\(pieces.html)</h\(level)>"
  }

  private mutating func list(_ items: [(marker: String, blocks: [MarkdownBlock])], isTight: Bool) -> String {
    let isOrdered = items.first?.marker.first?.isNumber ?? false
    let start = items.first.flatMap { Int($0.marker.prefix(while: \.isNumber)) } ?? 1
    let lines = items.map { item -> String in
      if isTight, case .paragraph(let text)? = item.blocks.first {
        let rest = joined(Array(item.blocks.dropFirst()))
        return "<li>\(text.inlineHTML)\(rest.isEmpty ? "" : "\n\(rest)")</li>"
      }
      return "<li>\(joined(item.blocks))</li>"
    }
    let opening = !isOrdered ? "<ul>" : start == 1 ? "<ol>" : "<ol start=\"\(start)\">"
    return "\(opening)\n\(lines.joined(separator: "\n"))\n\(isOrdered ? "</ol>" : "</ul>")"
  }

  /// A table of cells that are HTML, which scrolls by itself where the page is narrow.
  static func table(_ header: [String], _ alignments: [MarkdownBlock.Alignment], _ rows: [[String]]) -> String {
    func style(_ column: Int) -> String {
      switch column < alignments.count ? alignments[column] : .left {
      case .left: ""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    }
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>\(cells.enumerated().map { "<\(tag)\(style($0))>\($1)</\(tag)>" }.joined())</tr>"
    }
    let head = header.allSatisfy(\.isEmpty) ? "" : "<thead>\(row(header, "th"))</thead>\n"
    let body = rows.map { row($0, "td") }.joined(separator: "\n")
    let kind = header.count > 3 ? " class=\"wide\"" : ""
    return "<div class=\"scroll\" tabindex=\"0\"><table\(kind)>\n\(head)<tbody>\n\(body)\n</tbody></table></div>"
  }

  /// Code, coloured where it is Swift.
  static func listing(_ source: String, language: String) -> String {
    let isSwift = language.hasPrefix("swift")
    let html = isSwift ? SwiftLexer.tokens(of: source).map(\.html).joined() : source.inHTML
    return "<pre tabindex=\"0\"><code>\(html)</code></pre>"
  }
}

extension SwiftToken {
  fileprivate var html: String {
    let kind: String? =
      switch kind {
      case .keyword: "keyword"
      case .type: "type"
      case .number: "number"
      case .string: "string"
      case .comment: "comment"
      case .name, .openBrace, .closeBrace, .other: nil
      }
    return kind.map { "<span class=\"\($0)\">\(text.inHTML)</span>" } ?? text.inHTML
  }
}
