/// A table set in columns, for a terminal; cells that are too wide are wrapped at spaces.
///
/// Where not even that fits, each row becomes lines of its own, `header: cell`.
struct TableLayout {
  let header: [[Span]]
  let alignments: [MarkdownBlock.Alignment]
  let rows: [[[Span]]]

  private static let gap = 3

  func lines(width: Int, first: [Span], rest: [Span]) -> [[Span]] {
    let texts = ([header] + rows).map { $0.map(\.text) }
    guard let widths = ColumnWidths.fitting(texts, gap: Self.gap, within: width - rest.columns) else {
      return records(width: width, first: first, rest: rest)
    }
    let rulers = widths.map { Span(String(repeating: "─", count: $0), .quiet) }
    let ruler = rulers.enumerated().flatMap { position, span in position == 0 ? [span] : [gapSpan, span] }
    var lines = row(header, widths) + [ruler]
    for cells in rows { lines += row(cells, widths) }
    return lines.enumerated().map { ((($0.offset == 0) ? first : rest) + $0.element).trimmedAtEnd }
  }

  private var gapSpan: Span { Span(String(repeating: " ", count: Self.gap)) }

  /// The rows one after the other, an empty line between them; a column without a name has its cells alone.
  private func records(width: Int, first: [Span], rest: [Span]) -> [[Span]] {
    var lines: [[Span]] = []
    for (place, cells) in rows.enumerated() {
      if place > 0 { lines.append(rest) }
      for (name, cell) in zip(header, cells) where !cell.isEmpty {
        let spans = name.isEmpty ? cell : name + [Span(": ")] + cell
        lines += wrap(spans, width: width, first: lines.isEmpty ? first : rest, rest: rest + [Span("  ")])
      }
    }
    return lines.map(\.trimmedAtEnd)
  }

  private func row(_ cells: [[Span]], _ widths: [Int]) -> [[Span]] {
    let wrapped = zip(cells, widths).map { wrap($0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      widths.indices.flatMap { column in
        let cell = line < wrapped[column].count ? wrapped[column][line] : []
        let aligned = align(cell, to: widths[column], alignments[column])
        return column == 0 ? aligned : [gapSpan] + aligned
      }
    }
  }

  private func align(_ cell: [Span], to width: Int, _ alignment: MarkdownBlock.Alignment) -> [Span] {
    let free = max(0, width - cell.columns)
    let before =
      switch alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    let spaces = { (count: Int) in count > 0 ? [Span(String(repeating: " ", count: count))] : [] }
    return spaces(before) + cell + spaces(free - before)
  }
}
