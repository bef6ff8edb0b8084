/// What follows from the outcomes of one seed.
extension Study {
  /// One value for each seed, out of the outcomes of all keys for that seed.
  ///
  /// ```swift
  /// let ordered = distances.perSeed { _, distance in distance(.sketch) > distance(.painting) ? 1 : 0 }
  /// ```
  public func perSeed<Value>(_ value: (_ seed: UInt64, _ outcome: (Key) -> Outcome) throws -> Value) rethrows -> [Value]
  {
    try seeds.indices.map { place in try value(seeds[place]) { self[$0][place] } }
  }

  /// The outcome of a key for the first seed, for what is shown once.
  public func first(_ key: Key) -> Outcome { self[key][0] }
}
