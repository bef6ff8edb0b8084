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
  /// A network as a dot whose area is proportional to the number of its parameters; that of `most` has a radius of 20 pixels.
  init(_ label: String, _ cost: Double, _ accuracy: Double, parameters: Int, of most: Int) {
    self.init(
      x: cost, y: accuracy, label: label, radius: max(3, 20 * (Double(parameters) / Double(most)).squareRoot()))
  }
}
