import Autograd
import NeuralNetworks

/// A linear classifier that tries to tell two domains apart, and the distance that follows from how well it can: the proxy
/// A-distance (Ben-David et al., 2007).
///
/// ```swift
/// let classifier = DomainClassifier(source: photos, target: sketches, random: &random)
/// classifier.distance   // near 2 if a straight cut parts the domains, near 0 if none does
/// ```
public struct DomainClassifier: Sendable {
  /// The share of held-out samples whose domain it gets wrong, in [0, 1]; one half is guessing.
  public let error: Float

  /// The proxy A-distance, 2(1 − 2·error): 2 if the domains are told apart without a mistake, 0 if not at all.
  ///
  /// Chance may leave it slightly below 0.
  public var distance: Float { 2 * (1 - 2 * error) }

  /// Trains a linear probe on one half of the features `[n, d]` and `[m, d]` and scores it on the other half, then the other
  /// way round; `error` is that of both together.
  ///
  /// From the larger set as many samples are drawn as the smaller one has, so that guessing is right half the time. With
  /// `classes`, the class of every sample, both halves get as many of each class as can be.
  public init(
    source: Tensor, target: Tensor, classes: (source: [String], target: [String])? = nil, random: inout RandomSource
  ) {
    precondition(
      source.shape.count == 2 && target.shape.count == 2 && source.shape[1] == target.shape[1],
      "features of one width, not \(source.shape) and \(target.shape)")
    let count = min(source.shape[0], target.shape[0])
    precondition(count > 1, "a domain classifier needs two samples of each domain, not \(count)")
    let orders = [(source, classes?.source), (target, classes?.target)].map { features, classes in
      let drawn = random.permutation(features.shape[0]).prefix(count)
      return classes.map { classes in drawn.sorted { classes[$0] < classes[$1] } } ?? Array(drawn)
    }
    let halves = [0, 1].map { half in
      let places = orders.map { order in stride(from: half, to: count, by: 2).map { order[$0] } }
      return FeatureSet<Learning>(
        features: .concatenated(zip([source, target], places).map { $0.detached().gather(rows: $1) }),
        labels: [0, 1].flatMap { domain in places[domain].map { _ in domain } })
    }
    let wrong = [(0, 1), (1, 0)].map { learning, scoring in
      Self.mistakes(learntFrom: halves[learning], on: halves[scoring])
    }
    error = Float(wrong[0] + wrong[1]) / Float(2 * count)
  }

  /// How many samples of `test` a linear probe gets wrong that was fitted to `training`.
  private static func mistakes(learntFrom training: FeatureSet<Learning>, on test: FeatureSet<Learning>) -> Int {
    let probe = LinearProbe(on: training)
    return zip(probe(test.features).indicesOfLargest(), test.labels).count { $0 != $1 }
  }
}
