/// Code as a terminal shows it: set apart by a bar, Swift coloured, long lines continued.
struct CodeListing {
  let language: String
  let lines: [String]

  func lines(width: Int, margin: [Span], hasStyles: Bool) -> [[Span]] {
    let bar = margin + [Span(hasStyles ? "│ " : "  ", .quiet)]
    let content = language.hasPrefix("swift") ? Self.coloured(lines) : lines.map { [Span($0)] }
    return content.flatMap { line in
      let indent = String(repeating: " ", count: line.text.indent)
      let body = Self.dropping(indent.count, from: line)
      return wrap(body, width: width, first: bar + [Span(indent)], rest: bar + [Span(indent + "    ")])
        .map(\.trimmedAtEnd)
    }
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
