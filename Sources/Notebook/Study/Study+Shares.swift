import Charts

/// Bars of shares, in [0, 1]: their spreads end at 0 and at 1, and the axis has room beyond 100 % for what stands beside a
/// full bar.
extension Study {
  /// A bar of each share for every key; series are told apart by terms.
  public func shareBars(_ label: String, _ series: [(term: String, value: (Outcome) -> Float)]) -> BarChart {
    bars(shareAxis(label), series, format: .percent(decimals: 1)).withinShares
  }

  /// A bar of one share for every key.
  public func shareBars(_ label: String, _ value: (Outcome) -> Float) -> BarChart {
    bars(shareAxis(label), format: .percent(decimals: 1), value).withinShares
  }

  /// A bar of each column's share for every row.
  public func shareBarsOfColumns<Row, Column>(_ label: String) -> BarChart
  where Key == KeyPair<Row, Column>, Outcome == Float {
    let rows: [Row] = rows(), columns: [Column] = columns()
    return BarChart(
      categories: rows.map { $0.label(term) }, value: shareAxis(label),
      series: columns.map { key in self.column(key).series(key.label(term)) { $0 } }, valueFormat: .percent(decimals: 1)
    ).withinShares
  }

  private func shareAxis(_ label: String) -> Axis {
    Axis(label, range: 0...1.14, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: .percent(decimals: 0))
  }
}

extension LineChart.Series {
  /// The line with no spread that reaches beyond 0 and 1, as of shares.
  public var withinShares: LineChart.Series {
    var line = self
    for place in points.indices { line.points[place].spread = points[place].spread?.clamped(to: 0...1) }
    return line
  }
}

extension LineChart {
  /// The chart with no spread that reaches beyond 0 and 1.
  public var withinShares: LineChart {
    var chart = self
    for panel in panels.indices { chart.panels[panel].series = panels[panel].series.map(\.withinShares) }
    return chart
  }
}

extension BarChart {
  /// The chart with no spread that reaches beyond 0 and 1.
  public var withinShares: BarChart {
    var chart = self
    for place in series.indices { chart.series[place].spreads = series[place].spreads.map { $0?.clamped(to: 0...1) } }
    return chart
  }
}
