extension Phrase {
  /// A number as the readers of both languages write it.
  package init(_ value: some BinaryFloatingPoint, as format: ValueFormat) {
    self.init(en: format.text(Double(value), in: .en), id: format.text(Double(value), in: .id))
  }

  /// Mean and spread of some numbers as the readers of both languages write them.
  package init(_ values: [Float], as format: ValueFormat) {
    let mean = values.mean
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let spread = Double((squares / Float(max(1, values.count - 1))).squareRoot())
    self.init(
      en: format.text(mean: Double(mean), spread: spread, in: .en),
      id: format.text(mean: Double(mean), spread: spread, in: .id))
  }

  /// A whole number as the readers of both languages write it.
  package init(_ value: Int) {
    self.init(Double(value), as: .count)
  }
}
