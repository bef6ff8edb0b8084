extension [Float] {
  /// The arithmetic mean; not a number if there are no values.
  package var mean: Float { reduce(0, +) / Float(count) }
}
