extension [Float] {
  /// The arithmetic mean; not a number if there are no values.
  package var mean: Float { reduce(0, +) / Float(count) }
}

extension [Float] {
  /// From the smallest to the largest; from 0 to 0 if there are no values.
  package var range: ClosedRange<Float> { (self.min() ?? 0)...(self.max() ?? 0) }
}
