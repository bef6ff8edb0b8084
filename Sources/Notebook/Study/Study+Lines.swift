import Charts

extension Study {
  /// A line for every row over columns that are numbers, for a chart that has others, too.
  public func lines<Row, Column>(
    at position: (Column) -> Double, _ value: (Outcome) -> Float
  ) -> [LineChart.Series] where Key == KeyPair<Row, Column> {
    let rows: [Row] = rows()
    return rows.map { row(_: $0).line($0.label(term), at: position, value) }
  }
}

extension Study where Outcome == Float {
  /// A line for every row of a table of numbers.
  public func lines<Row, Column>(at position: (Column) -> Double) -> [LineChart.Series]
  where Key == KeyPair<Row, Column> {
    lines(at: position) { $0 }
  }
}
