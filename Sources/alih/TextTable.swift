import Notebook

/// A table of plain text: the first `leading` columns are set from the left, the others, which hold numbers, from the right.
///
/// In a window that is narrower, cells are wrapped at spaces; where not even that fits, each row becomes lines of its own. What
/// is piped keeps a line for each row.
struct TextTable: CustomStringConvertible {
  let header: [String]
  let rows: [[String]]
  let leading: Int

  var description: String {
    let terminal = Terminal.standard()
    return text(within: terminal.isInteractive ? terminal.width : .max)
  }

  /// The table within so many columns.
  func text(within width: Int) -> String {
    let gap = 2
    // A name in a cell may hold anything; it makes no row of its own.
    let (header, rows) = (header.map(\.onOneLine), rows.map { $0.map(\.onOneLine) })
    guard let widths = ColumnWidths.fitting([header] + rows, gap: gap, within: width) else {
      return rows.map { row in record(row).wrapped(to: width) }.joined(separator: "\n\n")
    }
    let space = String(repeating: " ", count: gap)
    let lines = ([header] + rows).flatMap { cells in
      let wrapped = zip(cells, widths).map { cell, width in wrap([Span(cell)], width: width).map(\.text) }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
        widths.indices.map { column in
          let cell = line < wrapped[column].count ? wrapped[column][line] : ""
          let free = String(repeating: " ", count: max(0, widths[column] - cell.columns))
          return column < leading ? cell + free : free + cell
        }.joined(separator: space)
      }
    }
    return lines.map { $0.replacing(/\ +$/, with: "") }.joined(separator: "\n")
  }

  /// A row as lines `header: cell`; the cells of columns without a name stand before the first of them.
  private func record(_ cells: [String]) -> String {
    let named = zip(header, cells).filter { !$0.isEmpty && !$1.isEmpty }.map { "\($0): \($1)" }
    let marks = zip(header, cells).filter { $0.isEmpty && !$1.isEmpty }.map { $1 }
    return ([(marks + named.prefix(1)).joined(separator: " ")] + named.dropFirst()).joined(separator: "\n")
  }
}
