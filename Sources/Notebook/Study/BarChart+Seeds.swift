import Charts

extension BarChart.Series {
  /// Bars of means with their spread; each list holds one value a seed.
  public init(_ name: String, ofSeeds values: [[Float]]) {
    let points = values.map { DataPoint(x: 0, values: $0.map(Double.init)) }
    self.init(name, points.map(\.y), spreads: points.map(\.spread))
  }
}
