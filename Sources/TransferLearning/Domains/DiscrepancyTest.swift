import Autograd

/// Whether two sets of samples come from one distribution: the maximum mean discrepancy, and how often chance alone makes
/// it as large (Gretton et al., 2012).
///
/// If both sets came from one distribution, it would not matter which sample belongs to which. So the samples are dealt
/// anew to two sets of the same sizes, many times, and the discrepancy is computed for each deal. The **p-value** is the
/// share of deals, the real one among them, with a discrepancy at least as large as the real one.
///
/// ```swift
/// let test = DiscrepancyTest(source: photos, target: sketches, random: &random)
/// test.pValue   // 0.001: no deal of 999 came as far
/// ```
public struct DiscrepancyTest: Sendable {
  /// The squared discrepancy of the two sets, by the biased estimate, at least 0.
  public let discrepancy: Float
  /// The squared discrepancies of the random deals.
  public let dealt: [Float]

  /// (1 + the number of deals that reach the real discrepancy) / (1 + the number of deals), in (0, 1].
  public var pValue: Float { Float(1 + dealt.count { $0 >= discrepancy }) / Float(1 + dealt.count) }

  /// Tests whether `source` `[n, d]` and `target` `[m, d]` come from one distribution P(x).
  public init(source: Tensor, target: Tensor, permutations: Int = 999, random: inout RandomSource) {
    self.init(
      similarity: gaussianSimilarity(Self.pooled(source, target)), sourceCount: source.shape[0],
      permutations: permutations, random: &random)
  }

  /// Tests whether two sets of samples with labels come from one joint distribution P(x, y).
  ///
  /// Two samples are alike as far as their values are, and not at all if their labels differ: the kernel is
  /// k(x, x′) · [y = y′], which tells any two joint distributions apart.
  public init<Label: Hashable>(
    source: (features: Tensor, labels: [Label]), target: (features: Tensor, labels: [Label]), permutations: Int = 999,
    random: inout RandomSource
  ) {
    let labels = source.labels + target.labels
    let pooled = Self.pooled(source.features, target.features)
    precondition(pooled.shape[0] == labels.count, "\(labels.count) labels do not fit \(pooled.shape[0]) samples")
    let agreement = labels.flatMap { label in labels.map { $0 == label ? Float(1) : 0 } }
    self.init(
      similarity: gaussianSimilarity(pooled) * Tensor(agreement, shape: [labels.count, labels.count]),
      sourceCount: source.labels.count, permutations: permutations, random: &random)
  }

  /// Tests from the similarity K of all pairs: with z = 1/n for a sample of the source and −1/m for one of the target, the
  /// squared discrepancy is zᵀKz.
  ///
  /// One row of Z is one deal.
  private init(similarity: Tensor, sourceCount: Int, permutations: Int, random: inout RandomSource) {
    let count = similarity.shape[0]
    precondition(permutations > 0, "a permutation test needs a permutation, not \(permutations)")
    let (fromSource, fromTarget) = (1 / Float(sourceCount), -1 / Float(count - sourceCount))
    var deals: [Float] = (0..<count).map { $0 < sourceCount ? fromSource : fromTarget }
    for _ in 0..<permutations {
      deals += random.permutation(count).map { $0 < sourceCount ? fromSource : fromTarget }
    }
    let deal = Tensor(deals, shape: [permutations + 1, count])
    let discrepancies = (deal.matrixProduct(similarity) * deal).sum(along: [1]).values.map { max($0, 0) }
    discrepancy = discrepancies[0]
    dealt = Array(discrepancies.dropFirst())
  }

  private static func pooled(_ source: Tensor, _ target: Tensor) -> Tensor {
    precondition(
      source.shape.count == 2 && target.shape.count == 2 && source.shape[1] == target.shape[1]
        && source.shape[0] > 1 && target.shape[0] > 1,
      "samples of one width, two of each at least, not \(source.shape) and \(target.shape)")
    return Tensor.concatenated([source.detached(), target.detached()])
  }
}
