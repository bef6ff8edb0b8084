import Autograd
import NeuralNetworks

/// A linear classifier that tries to tell two domains apart, and the distance that follows from how well it can: the proxy
/// A-distance (Ben-David et al., 2007).
///
/// ```swift
/// let probe = DomainProbe(source: photos, target: sketches, random: &random)
/// probe.distance   // near 2 if a straight cut parts the domains, near 0 if none does
/// ```
public struct DomainProbe: Sendable {
  /// The share of held-out samples whose domain it gets wrong, in [0, 1]; one half is guessing.
  public let error: Float

  /// The proxy A-distance, 2(1 − 2·error): 2 if the domains are told apart without a mistake, 0 if not at all.
  ///
  /// Chance may leave it slightly below 0.
  public var distance: Float { 2 * (1 - 2 * error) }

  /// Trains the probe on one half of the features `[n, d]` and `[m, d]` and scores it on the other half, then the other way
  /// round; `error` is that of both together.
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
    precondition(count > 1, "a probe needs two samples of each domain, not \(count)")
    let orders = [(source, classes?.source), (target, classes?.target)].map { features, classes in
      let drawn = random.permutation(features.shape[0]).prefix(count)
      return classes.map { classes in drawn.sorted { classes[$0] < classes[$1] } } ?? Array(drawn)
    }
    let halves = [0, 1].map { half in
      let places = orders.map { order in stride(from: half, to: count, by: 2).map { order[$0] } }
      return FeatureSet<Learning>(
        features: .concatenated(zip([source, target], places).map { Self.rows($1, of: $0.detached()) }),
        labels: [0, 1].flatMap { domain in places[domain].map { _ in domain } })
    }
    let wrong = [(0, 1), (1, 0)].map { learning, scoring in
      Self.mistakes(learntFrom: halves[learning], on: halves[scoring], random: &random)
    }
    error = Float(wrong[0] + wrong[1]) / Float(2 * count)
  }

  /// How many samples of `test` a logistic regression gets wrong that was fitted to `training`.
  private static func mistakes(
    learntFrom training: FeatureSet<Learning>, on test: FeatureSet<Learning>, random: inout RandomSource
  ) -> Int {
    let mean = training.features.mean(along: [0])
    let spread = (training.features - mean).square().mean(along: [0]).values.map {
      $0 > 1e-12 ? 1 / $0.squareRoot() : 0
    }
    let scaled = { (features: Tensor) in (features - mean) * Tensor(spread) }
    let inputs = scaled(training.features)
    let probe = Linear(training.width, 2, random: &random)
    let optimizer = Adam.withDecoupledDecay(probe.parameters, learningRate: 0.02)
    for _ in 0..<150 { optimizer.step(crossEntropy(probe(inputs), training.labels).gradients()) }
    return zip(probe(scaled(test.features)).indicesOfLargest(), test.labels).count { $0 != $1 }
  }

  private static func rows(_ indices: [Int], of features: Tensor) -> Tensor {
    let width = features.shape[1]
    return features.withValues { values in
      Tensor(indices.flatMap { values[$0 * width..<($0 + 1) * width] }, shape: [indices.count, width])
    }
  }
}
