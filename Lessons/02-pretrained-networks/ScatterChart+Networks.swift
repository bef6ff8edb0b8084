import Charts

extension ScatterChart {
  /// Accuracy against cost, which spans powers of ten.
  init(cost label: String, accuracy: Axis, groups: [Group]) {
    let costs = groups.flatMap(\.marks).map(\.x)
    self.init(
      x: Axis(label, scale: .logarithmic, range: (costs.min() ?? 1) / 1.8...(costs.max() ?? 1) * 1.8), y: accuracy,
      groups: groups)
  }
}

extension ScatterChart.Mark {
  /// A network as a dot, with the spread of its accuracy if it has one, whose area is proportional to the number of its
  /// parameters; that of `most` has a radius of `largest` pixels.
  init(_ label: String, at point: DataPoint, parameters: Int, of most: Int, largest: Double = 20) {
    self.init(
      x: point.x, y: point.y, label: label,
      radius: max(3, largest * (Double(parameters) / Double(most)).squareRoot()), spread: point.spread)
  }
}
