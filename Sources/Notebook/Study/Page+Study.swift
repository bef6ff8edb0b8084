extension Page {
  /// Finds an outcome for every key and every seed.
  public func study<Key: StudyKey, Outcome>(
    _ keys: [Key], _ experiment: (Key, UInt64) throws -> Outcome
  ) rethrows -> Study<Key, Outcome> {
    try study(keys, preparing: { $0 }, experiment)
  }

  /// Finds an outcome for every key and every seed, out of what is prepared once for each seed.
  ///
  /// ```swift
  /// let study = try page.study(Depth.allCases, preparing: { few(5, seed: $0) }) { depth, few in … }
  /// ```
  public func study<Key: StudyKey, Prepared, Outcome>(
    _ keys: [Key], preparing prepare: (UInt64) throws -> Prepared, _ experiment: (Key, Prepared) throws -> Outcome
  ) rethrows -> Study<Key, Outcome> {
    try study(keys, over: seeds, preparing: prepare, experiment)
  }

  /// Finds an outcome for every key and for `count` seeds from the run's first on, for a claim that the run's own few seeds
  /// rarely decide.
  ///
  /// ```swift
  /// let ends = try page.study([Way.headFirst, .allAtOnce], seeds: 40) { way, seed in try accuracy(of: way, seed) }
  /// ```
  public func study<Key: StudyKey, Outcome>(
    _ keys: [Key], seeds count: Int, _ experiment: (Key, UInt64) throws -> Outcome
  ) rethrows -> Study<Key, Outcome> {
    try study(keys, over: (0..<UInt64(count)).map { seed &+ $0 }, preparing: { $0 }, experiment)
  }

  private func study<Key: StudyKey, Prepared, Outcome>(
    _ keys: [Key], over seeds: [UInt64], preparing prepare: (UInt64) throws -> Prepared,
    _ experiment: (Key, Prepared) throws -> Outcome
  ) rethrows -> Study<Key, Outcome> {
    var outcomes: [Key: [Outcome]] = [:]
    try progress("study", count: seeds.count * keys.count) { tick in
      for seed in seeds {
        let prepared = try prepare(seed)
        for key in keys {
          outcomes[key, default: []].append(try experiment(key, prepared))
          tick()
        }
      }
    }
    return Study(keys, seeds: seeds, term: term, outcomes: outcomes)
  }

  /// Finds an outcome for every row, every column and every seed; of seeds as many as the run has, or `count` from its first on.
  public func study<Row: StudyKey, Column: StudyKey, Outcome>(
    _ rows: [Row], by columns: [Column], seeds count: Int? = nil,
    _ experiment: (Row, Column, UInt64) throws -> Outcome
  ) rethrows -> Study<KeyPair<Row, Column>, Outcome> {
    let keys = columns.flatMap { column in rows.map { KeyPair($0, column) } }
    return try study(keys, seeds: count ?? seeds.count) { pair, seed in try experiment(pair.row, pair.column, seed) }
  }

  /// Finds the outcomes of all seeds at once for every key, as where all go through a network in one batch.
  public func study<Key: StudyKey, Outcome>(
    _ keys: [Key], ofAllSeeds experiment: (Key) throws -> [Outcome]
  ) rethrows -> Study<Key, Outcome> {
    var outcomes: [Key: [Outcome]] = [:]
    for key in progress("study", over: keys) { outcomes[key] = try experiment(key) }
    return Study(keys, seeds: seeds, term: term, outcomes: outcomes)
  }

  /// Gives mean and standard deviation over the seeds a name for every key of a study: `CELL.KEY.NAME`.
  public func report<Key, Outcome>(
    _ name: String, of study: Study<Key, Outcome>, as format: ValueFormat,
    _ value: (Outcome) -> some BinaryFloatingPoint
  ) {
    for key in study.keys { measure("\(key.name).\(name)", values: study.values(of: key, value), as: format) }
  }

  /// Gives mean and standard deviation over the seeds a name for every key of a study: `CELL.KEY`.
  public func report<Key, Outcome>(
    of study: Study<Key, Outcome>, as format: ValueFormat, _ value: (Outcome) -> some BinaryFloatingPoint
  ) {
    for key in study.keys { measure(key.name, values: study.values(of: key, value), as: format) }
  }

  /// Gives mean and standard deviation over the seeds a name for every key of a study of numbers: `CELL.KEY`.
  public func report(of study: Study<some StudyKey, some BinaryFloatingPoint>, as format: ValueFormat) {
    report(of: study, as: format) { $0 }
  }
}
