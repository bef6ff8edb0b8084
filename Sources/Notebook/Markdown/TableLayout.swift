/// A table set in columns, for a terminal; cells that are too wide are wrapped.
struct TableLayout {
  let header: [[Span]]
  let alignments: [MarkdownBlock.Alignment]
  let rows: [[[Span]]]

  private static let gap = 3

  func lines(width: Int, first: [Span], rest: [Span]) -> [[Span]] {
    let widths = columnWidths(within: width - rest.columns)
    let rulers = widths.map { Span(String(repeating: "─", count: $0), .quiet) }
    let ruler = rulers.enumerated().flatMap { position, span in position == 0 ? [span] : [gapSpan, span] }
    var lines = row(header, widths) + [ruler]
    for cells in rows { lines += row(cells, widths) }
    return lines.enumerated().map { ((($0.offset == 0) ? first : rest) + $0.element).trimmedAtEnd }
  }

  private var gapSpan: Span { Span(String(repeating: " ", count: Self.gap)) }

  /// As wide as the widest cell, the widest columns made narrower until the table fits.
  private func columnWidths(within available: Int) -> [Int] {
    var widths = header.indices.map { column in
      ([header] + rows).map { $0[column].columns }.max().map { max($0, 1) } ?? 1
    }
    let space = max(available - Self.gap * (widths.count - 1), widths.count)
    while widths.reduce(0, +) > space, let widest = widths.max(), widest > 1,
      let column = widths.lastIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
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
