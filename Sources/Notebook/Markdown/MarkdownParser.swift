import Foundation

/// Reads the blocks of Markdown: headings, paragraphs, lists, quotes, code, tables and rules; comments are left out.
struct MarkdownParser {
  private let lines: [String]
  private var position = 0

  static func blocks(of text: String) -> [MarkdownBlock] {
    blocks(of: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private static func blocks(of lines: [String]) -> [MarkdownBlock] {
    var parser = MarkdownParser(lines: lines)
    return parser.blocks()
  }

  private init(lines: [String]) {
    self.lines = lines
  }

  private mutating func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while position < lines.count {
      let line = lines[position]
      if line.isBlank {
        position += 1
      } else if line.trimmed.hasPrefix("<!--") {
        skipComment()
      } else {
        blocks.append(block(startingWith: line))
      }
    }
    return blocks
  }

  private mutating func block(startingWith line: String) -> MarkdownBlock {
    let trimmed = line.trimmed
    if let fence = Fence(trimmed) { return verbatim(fence: fence, indent: line.indent) }
    if trimmed == "$$" { return verbatim(fence: Fence(formula: ()), indent: line.indent) }
    if let heading = Self.heading(trimmed) {
      position += 1
      return heading
    }
    if Self.isRule(trimmed) {
      position += 1
      return .rule
    }
    if trimmed.hasPrefix(">") { return quote() }
    if ListMarker(line) != nil { return list() }
    if let table = table() { return table }
    return paragraph()
  }

  private mutating func skipComment() {
    while position < lines.count {
      position += 1
      if lines[position - 1].contains("-->") { return }
    }
  }

  private mutating func verbatim(fence: Fence, indent: Int) -> MarkdownBlock {
    position += 1
    var content: [String] = []
    while position < lines.count {
      let line = lines[position]
      position += 1
      if fence.isClosed(by: line.trimmed) { break }
      content.append(String(line.dropFirst(min(indent, line.indent))))
    }
    return .verbatim(language: fence.language, lines: content)
  }

  private mutating func quote() -> MarkdownBlock {
    var content: [String] = []
    while position < lines.count, !lines[position].isBlank {
      let line = lines[position].trimmed
      if line.hasPrefix(">") {
        content.append(String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1)))
      } else {
        content.append(line)
      }
      position += 1
    }
    return .quote(Self.blocks(of: content))
  }

  private mutating func list() -> MarkdownBlock {
    var items: [(marker: String, blocks: [MarkdownBlock])] = []
    var isTight = true
    let isOrdered = ListMarker(lines[position])?.isOrdered
    while position < lines.count, let marker = ListMarker(lines[position]), marker.isOrdered == isOrdered {
      var content = [String(lines[position].dropFirst(marker.width))]
      position += 1
      while position < lines.count {
        let line = lines[position]
        if line.isBlank {
          guard let next = lines[position...].first(where: { !$0.isBlank }) else { break }
          if next.indent < marker.width { break }
          isTight = false
        } else if line.indent < marker.width
          && (startsBlock(line) || ListMarker(line) != nil || lines[position - 1].isBlank)
        {
          break
        }
        content.append(String(line.dropFirst(min(marker.width, line.indent))))
        position += 1
      }
      items.append((marker.shown, Self.blocks(of: content)))
      let resume = position
      while position < lines.count, lines[position].isBlank { position += 1 }
      guard position < lines.count, ListMarker(lines[position])?.isOrdered == isOrdered else {
        position = resume
        break
      }
      if position > resume { isTight = false }
    }
    return .list(items, isTight: isTight)
  }

  private mutating func table() -> MarkdownBlock? {
    guard lines[position].contains("|"), position + 1 < lines.count,
      let alignments = TableRow.alignments(lines[position + 1])
    else { return nil }
    let header = TableRow.cells(lines[position])
    guard header.count == alignments.count else { return nil }
    position += 2
    var rows: [[String]] = []
    while position < lines.count, lines[position].contains("|") {
      let cells = TableRow.cells(lines[position])
      rows.append(header.indices.map { $0 < cells.count ? cells[$0] : "" })
      position += 1
    }
    return .table(header: header, alignments: alignments, rows: rows)
  }

  private mutating func paragraph() -> MarkdownBlock {
    var content: [String] = []
    repeat {
      content.append(lines[position])
      position += 1
    } while position < lines.count && !lines[position].isBlank && !startsBlock(lines[position])
    return .paragraph(content.map(\.trimmedAtStart).joined(separator: "\n"))
  }

  private func startsBlock(_ line: String) -> Bool {
    let trimmed = line.trimmed
    return Fence(trimmed) != nil || trimmed == "$$" || Self.heading(trimmed) != nil || Self.isRule(trimmed)
      || trimmed.hasPrefix(">") || trimmed.hasPrefix("<!--") || ListMarker(line).map { $0.interrupts } == true
  }

  private static func heading(_ line: String) -> MarkdownBlock? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return .heading(level: level, text: line.dropFirst(level).trimmingCharacters(in: CharacterSet(charactersIn: " #")))
  }

  private static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard marks.count >= 3, let mark = marks.first, "-*_".contains(mark) else { return false }
    return marks.allSatisfy { $0 == mark }
  }
}
