/// Studies of two keys: a row and a column.
extension Study {
  /// The outcomes of a row and a column, one a seed.
  public subscript<Row, Column>(row: Row, column: Column) -> [Outcome] where Key == KeyPair<Row, Column> {
    self[KeyPair(row, column)]
  }

  /// The rows in their order.
  public func rows<Row, Column>() -> [Row] where Key == KeyPair<Row, Column> { unique(keys.map(\.row)) }

  /// The columns in their order.
  public func columns<Row, Column>() -> [Column] where Key == KeyPair<Row, Column> { unique(keys.map(\.column)) }

  /// The outcomes of one column: a study of its rows.
  public func column<Row, Column>(_ column: Column) -> Study<Row, Outcome> where Key == KeyPair<Row, Column> {
    let rows: [Row] = rows()
    return Study<Row, Outcome>(
      rows, seeds: seeds, term: term,
      outcomes: Dictionary(uniqueKeysWithValues: rows.map { ($0, self[$0, column]) }))
  }

  /// The outcomes of one row: a study of its columns.
  public func row<Row, Column>(_ row: Row) -> Study<Column, Outcome> where Key == KeyPair<Row, Column> {
    let columns: [Column] = columns()
    return Study<Column, Outcome>(
      columns, seeds: seeds, term: term,
      outcomes: Dictionary(uniqueKeysWithValues: columns.map { ($0, self[row, $0]) }))
  }

  /// By how much one row is ahead of another in the column where it is least so, one value a seed.
  public func smallestGain<Row, Column, Value: BinaryFloatingPoint>(
    of row: Row, over other: Row, in some: [Column]? = nil, _ value: (Outcome) -> Value
  ) -> [Value] where Key == KeyPair<Row, Column> {
    let columns: [Column] = some ?? columns()
    let gains = columns.map { gain(of: KeyPair(row, $0), over: KeyPair(other, $0), value) }
    return seeds.indices.map { seed in gains.map { $0[seed] }.min() ?? 0 }
  }
}

/// Each element once, where it comes first.
private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
