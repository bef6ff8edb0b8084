extension [Float] {
  /// The arithmetic mean; not a number if there are no values.
  package var mean: Float { reduce(0, +) / Float(count) }
}

extension [Float] {
  /// From the smallest to the largest; from 0 to 0 if there are no values.
  package var range: ClosedRange<Float> { (self.min() ?? 0)...(self.max() ?? 0) }
}

extension Collection {
  /// The share of the elements of which something holds, in [0, 1]; not a number if there are none.
  package func share(_ holds: (Element) throws -> Bool) rethrows -> Float {
    Float(try count(where: holds)) / Float(count)
  }
}
