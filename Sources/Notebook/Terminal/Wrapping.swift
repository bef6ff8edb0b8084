/// Breaks styled text into lines of at most `width` columns, at spaces; a word that is wider than a line is cut.
///
/// `first` goes before the first line and `rest` before the others; both count towards the width. A newline in the
/// text ends a line; a no-break space doesn't.
package func wrap(_ spans: [Span], width: Int, first: [Span] = [], rest: [Span] = []) -> [[Span]] {
  var lines = LineBuilder(width: max(width, 1), first: first, rest: rest)
  var word: [Span] = []
  var wordStyle: TextStyle = []
  for span in spans {
    for character in span.text {
      if character == " " || character == "\n" {
        lines.add(word)
        word = []
        if character == "\n" { lines.breakLine() } else { lines.addSpace(span.style) }
      } else if let last = word.indices.last, wordStyle == span.style {
        word[last].text.append(character)
      } else {
        word.append(Span(String(character), span.style))
        wordStyle = span.style
      }
    }
  }
  lines.add(word)
  return lines.finished()
}

extension String {
  /// The same lines, each that is too wide broken at spaces and continued two columns further in than it began.
  package func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      guard line.columns > width else { return line }
      let indent = String(repeating: " ", count: min(line.indent, width / 2))
      let body = String(line.dropFirst(line.indent))
      return wrap([Span(body)], width: width, first: [Span(indent)], rest: [Span(indent + "  ")]).map(\.text)
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The widest of its words, in columns: what cannot be made narrower without breaking one.
  package var widestWord: Int { split { $0 == " " || $0 == "\n" }.map { String($0).columns }.max() ?? 0 }
}

private struct LineBuilder {
  let width: Int
  let rest: [Span]
  private var lines: [[Span]] = []
  private var line: [Span]
  private var columns: Int
  /// Columns taken by what goes before the line.
  private var margin: Int
  /// Spaces that are printed if another word follows on the line.
  private var spaces: [Span] = []

  init(width: Int, first: [Span], rest: [Span]) {
    self.width = width
    self.rest = rest
    line = first
    margin = first.columns
    columns = margin
  }

  mutating func addSpace(_ style: TextStyle) {
    if columns > margin { spaces.append(Span(" ", style)) }
  }

  mutating func add(_ word: [Span]) {
    guard !word.isEmpty else { return }
    if columns > margin && columns + spaces.count + word.columns > width { breakLine() }
    spaces.forEach { append($0) }
    spaces = []
    if columns + word.columns <= width {
      word.forEach { append($0) }
    } else {
      cut(word)
    }
  }

  /// Spreads a word that is wider than a line over several.
  private mutating func cut(_ word: [Span]) {
    for span in word {
      for character in span.text {
        if columns > margin && columns + character.columns > width { breakLine() }
        append(Span(String(character), span.style))
      }
    }
  }

  mutating func breakLine() {
    lines.append(line)
    line = rest
    margin = rest.columns
    columns = margin
    spaces = []
  }

  private mutating func append(_ span: Span) {
    if let last = line.last, last.style == span.style, columns > margin {
      line[line.count - 1].text += span.text
    } else {
      line.append(span)
    }
    columns += span.text.columns
  }

  mutating func finished() -> [[Span]] {
    lines.append(line)
    return lines
  }
}
