import Notebook

/// A table of plain text: the first `leading` columns are set from the left, the others, which hold numbers, from the right.
struct TextTable: CustomStringConvertible {
  let header: [String]
  let rows: [[String]]
  let leading: Int

  var description: String {
    // A name in a cell may hold anything; it makes no row of its own.
    let (header, rows) = (header.map(\.onOneLine), rows.map { $0.map(\.onOneLine) })
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].columns }.max() ?? 0 }
    let lines = ([header] + rows).map { cells in
      zip(cells, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.columns)
        return column < leading ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
    return lines.map { $0.replacing(/\ +$/, with: "") }.joined(separator: "\n")
  }
}
