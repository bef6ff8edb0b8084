import Charts

extension Study {
  /// The line of one key over the places of a list that each outcome has, from `first` on: means over the seeds, with their
  /// spread.
  ///
  /// ```swift
  /// study.curve(page.term("trained"), of: .trained, from: 1, \.layers)
  /// ```
  public func curve(
    _ name: String, of key: Key, from first: Double = 0, _ curve: (Outcome) -> [Float]
  ) -> LineChart.Series {
    let curves = self[key].map(curve)
    let points = curves[0].indices.map { place in
      DataPoint(x: first + Double(place), values: curves.map { Double($0[place]) })
    }
    return LineChart.Series(name, points)
  }
}
