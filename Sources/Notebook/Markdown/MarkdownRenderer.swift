/// Turns Markdown into lines for a terminal.
package struct MarkdownRenderer {
  /// Columns for prose.
  let width: Int
  /// Columns for code, which is wrapped only where the window ends.
  let codeWidth: Int
  /// Whether bold, colour and the like can be shown; otherwise headings are underlined and code keeps its backticks.
  let hasStyles: Bool

  /// The margin on the left of everything but headings.
  static let margin = 2

  /// A renderer for lines of at most `width` columns, and of `codeWidth` in code.
  package init(width: Int, codeWidth: Int? = nil, hasStyles: Bool) {
    self.width = width
    self.codeWidth = codeWidth ?? width
    self.hasStyles = hasStyles
  }

  /// The lines of a text, with a blank line after each block.
  package func lines(_ markdown: String) -> [[Span]] {
    MarkdownParser.blocks(of: markdown).flatMap { block in
      if case .heading(let level, let text) = block { return heading(level, text) }
      let margin = [Span(String(repeating: " ", count: Self.margin))]
      return lines(block, first: margin, rest: margin) + [[]]
    }
  }

  private func heading(_ level: Int, _ text: String) -> [[Span]] {
    let spans = inline(text, style: hasStyles ? (level <= 2 ? .heading : .strong) : [])
    let lines = wrap(spans, width: width)
    let longest = lines.map(\.columns).max() ?? 0
    if level == 1 {
      let ruler = String(repeating: hasStyles ? "━" : "=", count: hasStyles ? width : longest)
      return [[]] + lines + [[Span(ruler, .quiet)], []]
    }
    if level == 2 && !hasStyles { return [[]] + lines + [[Span(String(repeating: "-", count: longest))], []] }
    return [[]] + lines + [[]]
  }

  private func lines(_ block: MarkdownBlock, first: [Span], rest: [Span]) -> [[Span]] {
    switch block {
    case .heading(_, let text):
      wrap(inline(text, style: .strong), width: width, first: first, rest: rest)
    case .paragraph(let text):
      wrap(inline(text), width: width, first: first, rest: rest)
    case .verbatim(let language, let content):
      CodeListing(language: language, lines: content).lines(width: codeWidth, margin: rest, hasStyles: hasStyles)
    case .quote(let blocks):
      quote(blocks, first: first, rest: rest)
    case .list(let items, let isTight):
      list(items, isTight: isTight, first: first, rest: rest)
    case .table(let header, let alignments, let rows):
      TableLayout(
        header: header.map { inline($0, style: .strong) }, alignments: alignments,
        rows: rows.map { $0.map { inline($0) } }
      ).lines(width: width, first: first, rest: rest)
    case .rule:
      [first + [Span(String(repeating: "─", count: max(width - first.columns, 0)), .quiet)]]
    }
  }

  private func quote(_ blocks: [MarkdownBlock], first: [Span], rest: [Span]) -> [[Span]] {
    let bar = [Span(hasStyles ? "▎ " : "> ", .quiet)]
    return stacked(blocks, isTight: false, first: first + bar, rest: rest + bar)
  }

  private func list(
    _ items: [(marker: String, blocks: [MarkdownBlock])], isTight: Bool, first: [Span], rest: [Span]
  ) -> [[Span]] {
    let markers = items.map(\.marker)
    let widest = markers.map(\.columns).max() ?? 1
    var lines: [[Span]] = []
    for (position, item) in items.enumerated() {
      let marker = String(repeating: " ", count: widest - item.marker.columns) + item.marker + " "
      let before = (position == 0 ? first : rest) + [Span(marker, .quiet)]
      let under = rest + [Span(String(repeating: " ", count: widest + 1))]
      if position > 0 && !isTight { lines.append(rest.trimmedAtEnd) }
      lines += stacked(item.blocks, isTight: isTight, first: before, rest: under)
    }
    return lines
  }

  /// Blocks below one another, separated by blank lines unless they belong to a tight list.
  private func stacked(_ blocks: [MarkdownBlock], isTight: Bool, first: [Span], rest: [Span]) -> [[Span]] {
    guard !blocks.isEmpty else { return [first] }
    var lines: [[Span]] = []
    for (position, block) in blocks.enumerated() {
      if position > 0 && !isTight { lines.append(rest.trimmedAtEnd) }
      var added = self.lines(block, first: position == 0 ? first : rest, rest: rest)
      if position == 0, case .verbatim = block { added.insert(first, at: 0) }
      lines += added
    }
    return lines
  }

  func inline(_ text: String, style: TextStyle = []) -> [Span] {
    InlineParser.pieces(of: text).spans(hasStyles: hasStyles, style: style)
  }
}

extension [Span] {
  /// The spans without spaces at their end.
  var trimmedAtEnd: [Span] {
    var spans = self
    while let last = spans.indices.last {
      while spans[last].text.last == " " { spans[last].text.removeLast() }
      guard spans[last].text.isEmpty else { break }
      spans.removeLast()
    }
    return spans
  }
}
