/// The widths of a table's columns that fit into a line without a broken word.
package struct ColumnWidths {
  /// As wide as the widest cell, the widest columns made narrower, but none narrower than its widest word, until the table
  /// fits; nil if it does not even then.
  /// - Parameters:
  ///   - rows: The texts of all rows, the header's among them.
  ///   - gap: The columns between two of the table's.
  package static func fitting(_ rows: [[String]], gap: Int, within available: Int) -> [Int]? {
    guard let count = rows.first?.count, count > 0 else { return [] }
    var widths = (0..<count).map { column in max(1, rows.map { $0[column].columns }.max() ?? 1) }
    let narrowest = (0..<count).map { column in max(1, rows.map { $0[column].widestWord }.max() ?? 1) }
    let space = available - gap * (count - 1)
    while widths.reduce(0, +) > space {
      let candidates = widths.indices.filter { widths[$0] > narrowest[$0] }
      guard let widest = candidates.map({ widths[$0] }).max(),
        let column = candidates.last(where: { widths[$0] == widest })
      else { return nil }
      widths[column] -= 1
    }
    return widths
  }
}
