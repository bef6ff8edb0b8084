extension Page {
  /// Finds the outcomes of all seeds at once for every row and every column, as where what is scored is the same for all.
  public func study<Row: StudyKey, Column: StudyKey, Outcome>(
    _ rows: [Row], by columns: [Column], ofAllSeeds experiment: (Row, Column) throws -> [Outcome]
  ) rethrows -> Study<KeyPair<Row, Column>, Outcome> {
    let keys = columns.flatMap { column in rows.map { KeyPair($0, column) } }
    return try study(keys, ofAllSeeds: { pair in try experiment(pair.row, pair.column) })
  }
}
