/// What was found for every key and every seed: a table whose rows have names.
///
/// ```swift
/// let study = try page.study(Start.allCases) { start, seed in try curve(of: start, seed: seed) }
/// study[.headFirst]                                        // one outcome a seed
/// study.gain(of: .headFirst, over: .allAtOnce, \.end)      // one difference a seed
/// study.best(by: \.end)                                    // the key with the largest mean
/// ```
public struct Study<Key: StudyKey, Outcome> {
  /// The keys in their order.
  public let keys: [Key]
  /// The seeds in their order.
  public let seeds: [UInt64]
  /// The words that figures label keys and values with.
  let term: Terms
  private var outcomes: [Key: [Outcome]]

  init(_ keys: [Key], seeds: [UInt64], term: Terms, outcomes: [Key: [Outcome]]) {
    precondition(
      keys.allSatisfy { outcomes[$0]?.count == seeds.count }, "a study needs an outcome for every key and every seed")
    self.keys = keys
    self.seeds = seeds
    self.term = term
    self.outcomes = outcomes
  }

  /// The outcomes of a key, one a seed.
  public subscript(key: Key) -> [Outcome] {
    guard let found = outcomes[key] else { preconditionFailure("\(key.name) is not among \(keys.map(\.name))") }
    return found
  }

  /// A number of each outcome of a key, one a seed.
  public func values<Value: BinaryFloatingPoint>(of key: Key, _ value: (Outcome) -> Value) -> [Value] {
    self[key].map(value)
  }

  /// The mean of a number of a key's outcomes over the seeds.
  public func mean<Value: BinaryFloatingPoint>(of key: Key, _ value: (Outcome) -> Value) -> Value {
    values(of: key, value).reduce(0, +) / Value(seeds.count)
  }

  /// By how much one key is ahead of another, one difference a seed.
  public func gain<Value: BinaryFloatingPoint>(
    of key: Key, over other: Key, _ value: (Outcome) -> Value
  ) -> [Value] {
    zip(self[key], self[other]).map { value($0) - value($1) }
  }

  /// The key whose mean over the seeds is largest; the first of several.
  public func best(by value: (Outcome) -> some BinaryFloatingPoint) -> Key {
    keys.reduce(keys[0]) { mean(of: $1, value) > mean(of: $0, value) ? $1 : $0 }
  }

  /// The same study with something made of each outcome.
  public func map<Other>(_ transform: (Outcome) throws -> Other) rethrows -> Study<Key, Other> {
    Study<Key, Other>(keys, seeds: seeds, term: term, outcomes: try outcomes.mapValues { try $0.map(transform) })
  }
}

extension Study where Outcome: BinaryFloatingPoint {
  /// By how much one key is ahead of another, one difference a seed.
  public func gain(of key: Key, over other: Key) -> [Outcome] { gain(of: key, over: other) { $0 } }

  /// The mean of a key's outcomes over the seeds.
  public func mean(of key: Key) -> Outcome { mean(of: key) { $0 } }

  /// The key whose mean over the seeds is largest; the first of several.
  public var best: Key { best { $0 } }
}
