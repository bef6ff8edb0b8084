extension Page {
  /// Finds an outcome for every row, every column and every seed, out of what is prepared once for each column and seed.
  ///
  /// ```swift
  /// let table = try page.study(depths, by: sizes, preparing: { few($0, seed: $1) }) { depth, few in … }
  /// ```
  public func study<Row: StudyKey, Column: StudyKey, Prepared, Outcome>(
    _ rows: [Row], by columns: [Column], preparing prepare: (Column, UInt64) throws -> Prepared,
    _ experiment: (Row, Column, Prepared) throws -> Outcome
  ) rethrows -> Study<KeyPair<Row, Column>, Outcome> {
    var outcomes: [KeyPair<Row, Column>: [Outcome]] = [:]
    try progress("study", count: seeds.count * columns.count * rows.count) { tick in
      for seed in seeds {
        for column in columns {
          let prepared = try prepare(column, seed)
          for row in rows {
            outcomes[KeyPair(row, column), default: []].append(try experiment(row, column, prepared))
            tick()
          }
        }
      }
    }
    let keys = columns.flatMap { column in rows.map { KeyPair($0, column) } }
    return Study(keys, seeds: seeds, term: term, outcomes: outcomes)
  }
}
