import Autograd

/// In what a target domain differs from a source domain: transfer learning is at stake if and only if
/// X_s ≠ X_t, or Y_s ≠ Y_t, or P_s(x, y) ≠ P_t(x, y).
///
/// ```swift
/// let comparison = DomainComparison(source: photos, target: sketches, random: &random)
/// comparison.conditions     // [.distribution]
/// comparison.joint?.pValue  // 0.001
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
  /// The test of P_s(x, y) = P_t(x, y), or nil where X or Y differ: then P_s and P_t are not about the same things, differ
  /// for that reason, and there is nothing to measure.
  public let joint: DiscrepancyTest?
  /// The p-value at and below which distributions count as different.
  public let level: Float

  /// Compares two domains.
  ///
  /// The spaces are compared as they are, Y as a set of names; the distributions by the joint discrepancy of features and
  /// class names. At a level of 0.01 one in a hundred comparisons of a domain with itself finds a difference.
  public init(
    source: Domain, target: Domain, level: Float = 0.01, permutations: Int = 999, random: inout RandomSource
  ) {
    self.source = source
    self.target = target
    self.level = level
    guard source.space == target.space, Set(source.classes) == Set(target.classes) else {
      joint = nil
      return
    }
    joint = DiscrepancyTest(
      source: (source.features, source.labelNames), target: (target.features, target.labelNames),
      permutations: permutations, random: &random)
  }

  /// Which conditions hold; none if nothing speaks against the domains being one.
  public var conditions: Set<Condition> {
    var found: Set<Condition> = []
    if source.space != target.space { found.insert(.featureSpace) }
    if Set(source.classes) != Set(target.classes) { found.insert(.labelSpace) }
    if let joint, joint.pValue <= level { found.insert(.distribution) }
    return found
  }

  /// Whether transfer learning is at stake.
  public var isTransfer: Bool { !conditions.isEmpty }

  /// The classes that both domains have, that the source alone has, and that the target alone has.
  public var classes: (shared: [String], sourceOnly: [String], targetOnly: [String]) {
    (
      source.classes.filter(target.classes.contains), source.classes.filter { !target.classes.contains($0) },
      target.classes.filter { !source.classes.contains($0) }
    )
  }
}
