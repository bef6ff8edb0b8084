import Charts

extension Study {
  /// A table of the means, coloured, with lines of text about the outcomes in each field; pairs that are no keys leave their
  /// fields empty.
  /// - Parameters:
  ///   - label: The term for the quantity and its unit.
  ///   - lines: What stands in the field of a pair, from its outcomes, one a seed.
  public func heatMap<Row, Column>(
    value label: String, _ value: (Outcome) -> Float, lines: ([Outcome]) -> [String]
  ) -> HeatMap where Key == KeyPair<Row, Column> {
    let rows: [Row] = rows()
    let columns: [Column] = columns()
    let fields = rows.map { row in
      columns.map { column in keys.first { $0 == KeyPair(row, column) } }
    }
    return HeatMap(
      rows: rows.map { $0.label(term) }, columns: columns.map { $0.label(term) },
      values: fields.map { $0.map { $0.map { Double(mean(of: $0, value)) } } },
      cellTexts: fields.map { $0.map { $0.map { lines(self[$0]) } ?? [] } }, valueLabel: term(label))
  }
}
