/// Code as a terminal shows it: set apart by a bar, Swift coloured, long lines continued; a comment goes on with `//`, so that
/// what is copied from the terminal still compiles.
struct CodeListing {
  let language: String
  let lines: [String]

  func lines(width: Int, margin: [Span], hasStyles: Bool) -> [[Span]] {
    let bar = margin + [Span(hasStyles ? "│ " : "  ", .quiet)]
    let content = language.hasPrefix("swift") ? Self.coloured(lines) : lines.map { [Span($0)] }
    return content.flatMap { line in
      let indent = String(repeating: " ", count: line.text.indent)
      let body = Self.dropping(indent.count, from: line)
      let lines = wrap(body, width: width, first: bar + [Span(indent)], rest: bar + [Span(indent + "    ")])
      return (language.hasPrefix("swift") ? Self.continuingComments(lines, after: bar + [Span(indent)]) : lines)
        .map(\.trimmedAtEnd)
    }
  }

  /// The lines that one line was broken into, each after the beginning of its comment with the comment's slashes in the place
  /// of spaces before it.
  private static func continuingComments(_ lines: [[Span]], after margin: [Span]) -> [[Span]] {
    guard let start = lines.firstIndex(where: { $0.contains(where: isBeginningOfComment) }) else { return lines }
    let slashes = lines[start].first(where: isBeginningOfComment)?.text.prefix { $0 == "/" } ?? "//"
    // Below a line that is a comment as a whole the text is in one line with it.
    let isWhole = start == 0 && lines[0].dropFirst(margin.count).first.map(isBeginningOfComment) ?? false
    let marks = String(slashes) + String(repeating: " ", count: isWhole ? 1 : max(1, 4 - slashes.count))
    return lines.enumerated().map { place, line in
      guard place > start else { return line }
      // What goes before a continued line is as many columns wide.
      var rest = line
      var left = margin.columns + 4
      while left > 0, let first = rest.first {
        let taken = min(left, first.text.count)
        rest[0].text.removeFirst(taken)
        left -= taken
        if rest[0].text.isEmpty { rest.removeFirst() }
      }
      return margin + [Span(marks, .quiet)] + rest
    }
  }

  private static func isBeginningOfComment(_ span: Span) -> Bool {
    span.style == .quiet && span.text.hasPrefix("//")
  }

  private static func coloured(_ lines: [String]) -> [[Span]] {
    var result: [[Span]] = [[]]
    for token in SwiftLexer.tokens(of: lines.joined(separator: "\n")) {
      let pieces = token.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (position, piece) in pieces.enumerated() {
        if position > 0 { result.append([]) }
        if !piece.isEmpty { result[result.count - 1].append(Span(String(piece), token.style)) }
      }
    }
    return result
  }

  private static func dropping(_ count: Int, from line: [Span]) -> [Span] {
    var line = line
    var left = count
    while left > 0, let first = line.first {
      let dropped = min(left, first.text.count)
      line[0].text.removeFirst(dropped)
      left -= dropped
      if line[0].text.isEmpty { line.removeFirst() }
    }
    return line
  }
}

extension SwiftToken {
  fileprivate var style: TextStyle {
    switch kind {
    case .keyword: .keyword
    case .type: .code
    case .string, .number: .literal
    case .comment: .quiet
    case .name, .openBrace, .closeBrace, .other: []
    }
  }
}
