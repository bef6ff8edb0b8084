import Autograd

/// How far two sets of features lie apart, by three measures that see different things.
public struct DomainDistances: Sendable {
  /// The maximum mean discrepancy, with the test whether it could be chance: sees any difference.
  public let discrepancy: DiscrepancyTest
  /// The distance of the covariances (CORAL): sees a stretch, not a shift.
  public let coral: Float
  /// The linear classifier that tells the domains apart, with the proxy A-distance: sees what a straight cut can part.
  public let classifier: DomainClassifier

  /// Measures the distances between the features of two domains.
  ///
  /// Where both have the same classes, samples are permuted and halved within them.
  public init(source: Domain, target: Domain, permutations: Int = 999, random: inout RandomSource) {
    let sameClasses = Set(source.classes) == Set(target.classes)
    let classes = sameClasses ? (source: source.labelNames, target: target.labelNames) : nil
    let (source, target) = (source.features, target.features)
    discrepancy = DiscrepancyTest(
      source: source, target: target, classes: classes, permutations: permutations, random: &random)
    coral = coralDistance(source: source.detached(), target: target.detached()).item
    classifier = DomainClassifier(source: source, target: target, classes: classes, random: &random)
  }
}
