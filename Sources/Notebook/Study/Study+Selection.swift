extension Study {
  /// The outcomes of some of the keys alone, in the order given.
  public func restricted(to some: [Key]) -> Study {
    Study(some, seeds: seeds, term: term, outcomes: Dictionary(uniqueKeysWithValues: some.map { ($0, self[$0]) }))
  }

  /// What figures call the keys, in their order.
  public var labels: [String] { keys.map { $0.label(term) } }
}
