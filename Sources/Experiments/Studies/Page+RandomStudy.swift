import Autograd
import Notebook

extension Page {
  /// Finds an outcome for every key and every seed, with one source of randomness for each seed, from which the keys draw in
  /// turn.
  ///
  /// ```swift
  /// let study = page.study(pairs) { pair, seed, random in DomainDistances(…, random: &random) }
  /// ```
  package func study<Key: StudyKey, Outcome>(
    _ keys: [Key], drawing experiment: (Key, UInt64, inout RandomSource) throws -> Outcome
  ) rethrows -> Study<Key, Outcome> {
    try study(keys, preparing: Draw.init(seed:)) { key, draw in try experiment(key, draw.seed, &draw.random) }
  }
}

/// A seed, and what is left of the randomness that follows from it.
private final class Draw {
  let seed: UInt64
  var random: RandomSource

  init(seed: UInt64) {
    self.seed = seed
    random = RandomSource(seed: seed)
  }
}
