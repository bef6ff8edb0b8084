/// Means of a study over its keys, and studies that are rows of a table.
extension Study {
  /// All outcomes, key by key.
  public var all: [Outcome] { keys.flatMap { self[$0] } }

  /// The mean of a number of the outcomes over all keys, one value a seed.
  public func means<Value: BinaryFloatingPoint>(_ value: (Outcome) -> Value) -> [Value] {
    seeds.indices.map { seed in keys.map { value(self[$0][seed]) }.reduce(0, +) / Value(keys.count) }
  }

  /// Studies of the same keys and seeds as the rows of a table.
  ///
  /// ```swift
  /// let ladder = Study(rows: [(.noise, noise), (.waves, waves)])        // ladder[.waves, cat]
  /// ```
  public init<Row, Column>(rows: [(row: Row, study: Study<Column, Outcome>)]) where Key == KeyPair<Row, Column> {
    guard let first = rows.first?.study else { preconditionFailure("a table needs a row") }
    precondition(rows.allSatisfy { $0.study.seeds == first.seeds }, "the rows of a table have the same seeds")
    let cells = rows.flatMap { row, study in study.keys.map { (KeyPair(row, $0), study[$0]) } }
    self.init(
      cells.map(\.0), seeds: first.seeds, term: first.term, outcomes: Dictionary(uniqueKeysWithValues: cells))
  }

  /// The mean of a number over the columns of each row, one value a seed.
  public func rowMeans<Row, Column, Value: BinaryFloatingPoint>(
    _ value: (Outcome) -> Value
  ) -> Study<Row, Value> where Key == KeyPair<Row, Column> {
    let rows: [Row] = rows()
    return Study<Row, Value>(
      rows, seeds: seeds, term: term,
      outcomes: Dictionary(uniqueKeysWithValues: rows.map { ($0, row(_: $0).means(value)) }))
  }
}

extension Page {
  /// A study of outcomes that were found together, as where all go through a network in one batch: those of each key in
  /// turn, one a seed.
  /// - Parameter seeds: The seeds of the outcomes; those of the page where they are left out.
  public func study<Key: StudyKey, Outcome>(
    _ keys: [Key], seeds some: [UInt64]? = nil, found outcomes: [Outcome]
  ) -> Study<Key, Outcome> {
    let count = (some ?? seeds).count
    precondition(outcomes.count == keys.count * count, "\(keys.count) keys of \(count) seeds need as many outcomes")
    let byKey = keys.enumerated().map { place, key in (key, Array(outcomes[place * count..<(place + 1) * count])) }
    return Study(keys, seeds: some ?? seeds, term: term, outcomes: Dictionary(uniqueKeysWithValues: byKey))
  }
}
