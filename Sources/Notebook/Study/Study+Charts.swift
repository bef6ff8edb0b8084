import Charts

/// Charts of a study: means over the seeds, with their spread.
extension Study {
  /// A bar of each value for every key; series are told apart by terms.
  ///
  /// ```swift
  /// study.bars(.percent(page.term("share")), [("test-accuracy", \.test), ("gap", \.gap)], format: .percent(decimals: 1))
  /// ```
  public func bars(
    _ axis: Axis, _ series: [(term: String, value: (Outcome) -> Float)], format: NumberFormat? = nil,
    orientation: BarChart.Orientation = .horizontal
  ) -> BarChart {
    BarChart(
      categories: keys.map { $0.label(term) }, value: axis,
      series: series.map { name, value in self.series(term(name), value) }, orientation: orientation,
      valueFormat: format)
  }

  /// A bar of one value for every key.
  public func bars(_ axis: Axis, format: NumberFormat? = nil, _ value: (Outcome) -> Float) -> BarChart {
    BarChart(
      categories: keys.map { $0.label(term) }, value: axis, series: [series("", value)], valueFormat: format)
  }

  /// One series of bars, a bar for every key.
  public func series(_ name: String, _ value: (Outcome) -> Float) -> BarChart.Series {
    let points = keys.map { point(0, of: $0, value) }
    return BarChart.Series(name, points.map(\.y), spreads: points.map(\.spread))
  }

  /// A line for every key over the places of a list that each outcome has, such as accuracies epoch by epoch.
  ///
  /// A list that is shorter than others of its key stays at its last value.
  public func curves(
    x: Axis, y: Axis, height: Int? = nil, from first: Double = 0, _ curve: (Outcome) -> [Float]
  ) -> LineChart {
    curves(x: x, y: y, height: height, from: { _ in first }, label: { $0.label(term) }, curve)
  }

  /// The same where lines begin at different places or have labels that differ from those of their keys.
  public func curves(
    x: Axis, y: Axis, height: Int? = nil, from first: (Key) -> Double, label: (Key) -> String,
    _ curve: (Outcome) -> [Float]
  ) -> LineChart {
    let lines = keys.map { key in
      let curves = self[key].map(curve)
      let points = (0..<(curves.map(\.count).max() ?? 0)).map { place in
        DataPoint(x: first(key) + Double(place), values: curves.map { Double($0[min(place, $0.count - 1)]) })
      }
      return LineChart.Series(label(key), points)
    }
    return LineChart(x: x, panels: [LineChart.Panel(y: y, series: lines)], panelHeight: height)
  }

  /// One line of a value over keys that are numbers.
  public func line(
    _ name: String = "", at position: (Key) -> Double, _ value: (Outcome) -> Float
  ) -> LineChart.Series {
    LineChart.Series(name, keys.map { point(position($0), of: $0, value) })
  }

  /// Mean and spread of a value over the seeds, at a place of an axis.
  public func point(_ x: Double, of key: Key, _ value: (Outcome) -> Float) -> DataPoint {
    DataPoint(x: x, values: self[key].map { Double(value($0)) })
  }

  /// A line for every row over columns that are numbers.
  public func lines<Row, Column>(
    x: Axis, y: Axis, at position: (Column) -> Double, height: Int? = nil, _ value: (Outcome) -> Float
  ) -> LineChart where Key == KeyPair<Row, Column> {
    LineChart(x: x, panels: [LineChart.Panel(y: y, series: lines(at: position, value))], panelHeight: height)
  }

  /// A table of the means, coloured, with mean and spread in each field.
  public func heatMap<Row, Column>(
    rows rowTitle: String, columns columnTitle: String, value label: String, format: NumberFormat,
    _ value: (Outcome) -> Float
  ) -> HeatMap where Key == KeyPair<Row, Column> {
    let rows: [Row] = rows()
    let columns: [Column] = columns()
    let points = rows.map { row in columns.map { point(0, of: KeyPair(row, $0), value) } }
    return HeatMap(
      rowTitle: term(rowTitle), columnTitle: term(columnTitle), rows: rows.map { $0.label(term) },
      columns: columns.map { $0.label(term) }, values: points.map { $0.map(\.y) },
      cellTexts: points.map { $0.map { [text($0)] } }, valueLabel: term(label), format: format)
  }

  /// Mean and spread of a point as a share, `83.5 ± 1.2 %`.
  private func text(_ point: DataPoint) -> String {
    let deviation = point.spread.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0
    return ValueFormat.percent.text(mean: point.y, spread: deviation, in: term.language)
  }
}
