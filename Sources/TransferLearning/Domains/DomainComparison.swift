import Autograd

/// In what a target domain differs from a source domain: transfer learning is at stake if and only if
/// X_s ≠ X_t, or Y_s ≠ Y_t, or P_s(x, y) ≠ P_t(x, y).
///
/// ```swift
/// let comparison = DomainComparison(source: photos, target: sketches, random: &random)
/// comparison.conditions          // [.distribution]
/// comparison.appearance?.pValue  // 0.001: the same classes look different
/// ```
public struct DomainComparison: Sendable {
  /// One of the three ways in which domains can differ.
  public enum Condition: Sendable, Hashable, CaseIterable {
    /// X_s ≠ X_t.
    case featureSpace
    /// Y_s ≠ Y_t.
    case labelSpace
    /// P_s(x, y) ≠ P_t(x, y), although X and Y are the same.
    case distribution
  }

  /// The domains that are compared.
  public let source, target: Domain
  /// The tests of the two factors of P(x, y) = P(y) · P(x | y): how common each class is, and what its pictures look like.
  ///
  /// They are nil where X or Y differ: then P_s and P_t are not about the same things, differ for that reason, and there is
  /// nothing to measure.
  public let shares, appearance: DiscrepancyTest?
  /// How often, at most, the distributions of one and the same domain may count as different.
  public let level: Float

  /// Compares two domains; `level` lies in (0, 1).
  ///
  /// The spaces are compared as they are, Y as a set of names; the distributions by two permutation tests, each of which
  /// gets one half of the level.
  public init(
    source: Domain, target: Domain, level: Float = 0.01, permutations: Int = 999, random: inout RandomSource
  ) {
    self.source = source
    self.target = target
    self.level = level
    guard source.space == target.space, Set(source.classes) == Set(target.classes) else {
      (shares, appearance) = (nil, nil)
      return
    }
    shares = DiscrepancyTest(
      sourceClasses: source.labelNames, targetClasses: target.labelNames, permutations: permutations, random: &random)
    appearance = DiscrepancyTest(
      source: (source.features, source.labelNames), target: (target.features, target.labelNames),
      permutations: permutations, random: &random)
  }

  /// Which conditions hold; none if nothing speaks against the domains being one.
  public var conditions: Set<Condition> {
    var found: Set<Condition> = []
    if source.space != target.space { found.insert(.featureSpace) }
    if Set(source.classes) != Set(target.classes) { found.insert(.labelSpace) }
    let tests = [shares, appearance].compactMap { $0 }
    if tests.contains(where: { $0.pValue <= level / 2 }) { found.insert(.distribution) }
    return found
  }

  /// The classes that both domains have, that the source alone has, and that the target alone has.
  public var classes: (shared: [String], sourceOnly: [String], targetOnly: [String]) {
    (
      source.classes.filter(target.classes.contains), source.classes.filter { !target.classes.contains($0) },
      target.classes.filter { !source.classes.contains($0) }
    )
  }
}
