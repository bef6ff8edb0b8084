import Autograd

/// Whether two sets of samples come from one distribution: the maximum mean discrepancy, and how often chance alone makes
/// it as large (Gretton et al., 2012).
///
/// If both sets came from one distribution, it would not matter which sample belongs to which. So the samples are permuted,
/// which deals them anew to two sets of the same sizes, many times, and the discrepancy is computed for each permutation.
/// The **p-value** is the share of permutations, the real order among them, with a discrepancy at least as large as the real
/// one.
///
/// ```swift
/// let test = DiscrepancyTest(source: photos, target: sketches, random: &random)
/// test.pValue   // 0.001: no permutation of 999 came as far
/// ```
public struct DiscrepancyTest: Sendable {
  /// The squared discrepancy of the two sets, by the biased estimate, at least 0.
  public let discrepancy: Float
  /// The squared discrepancies of the random permutations.
  public let permuted: [Float]

  /// (1 + the number of permutations that reach the real discrepancy) / (1 + the number of permutations), in (0, 1].
  ///
  /// A permutation that falls short by no more than rounding errors counts as reaching it.
  public var pValue: Float {
    Float(1 + permuted.count { $0 >= discrepancy * (1 - 1e-5) }) / Float(1 + permuted.count)
  }

  /// Tests whether `source` `[n, d]` and `target` `[m, d]` come from one distribution P(x).
  ///
  /// With `classes`, the class of every sample, samples are permuted within their classes only. It must be so where the number
  /// of samples of each class was chosen and not left to chance: a permutation that mixes the classes is then less even than the
  /// real samples are, and the test sees too little.
  public init(
    source: Tensor, target: Tensor, classes: (source: [String], target: [String])? = nil, permutations: Int = 999,
    random: inout RandomSource
  ) {
    self.init(
      gaussianSimilarity(Self.distances(source, target)), sourceCount: source.shape[0],
      classes: classes.map { $0.source + $0.target }, permutations: permutations, random: &random)
  }

  /// Tests whether P(x | y), what the pictures of a class look like, is the same in two sets of samples with classes.
  ///
  /// Two samples are alike as far as their values are, and not at all if they are of different classes: the kernel is
  /// k(x, x′) · [y = y′]. Samples are permuted within their classes, so that P(y) plays no part.
  public init(
    source: (features: Tensor, classes: [String]), target: (features: Tensor, classes: [String]),
    permutations: Int = 999, random: inout RandomSource
  ) {
    let classes = source.classes + target.classes
    self.init(
      gaussianSimilarity(Self.distances(source.features, target.features)) * Self.agreement(classes),
      sourceCount: source.classes.count, classes: classes, permutations: permutations, random: &random)
  }

  /// Tests whether P(y), how common each class is, is the same in two sets of samples: the squared discrepancy is
  /// Σ_y (P_s(y) − P_t(y))².
  public init(
    sourceClasses: [String], targetClasses: [String], permutations: Int = 999, random: inout RandomSource
  ) {
    self.init(
      Self.agreement(sourceClasses + targetClasses), sourceCount: sourceClasses.count, classes: nil,
      permutations: permutations, random: &random)
  }

  /// Tests from the similarity K of all pairs: with z = 1/n for a sample of the source and −1/m for one of the target, the
  /// squared discrepancy is zᵀKz.
  ///
  /// One row of Z is one permutation.
  private init(
    _ similarity: Tensor, sourceCount: Int, classes: [String]?, permutations: Int, random: inout RandomSource
  ) {
    let count = similarity.shape[0]
    precondition(permutations > 0, "a permutation test needs a permutation, not \(permutations)")
    precondition(classes?.count ?? count == count, "\(classes?.count ?? 0) classes do not fit \(count) samples")
    let real = (0..<count).map { $0 < sourceCount ? 1 / Float(sourceCount) : -1 / Float(count - sourceCount) }
    let groups = Self.groups(classes ?? [String](repeating: "", count: count))
    var weights = real
    for _ in 0..<permutations {
      var permuted = real
      for group in groups {
        for (place, from) in zip(group, group.shuffled(using: &random)) { permuted[place] = real[from] }
      }
      weights += permuted
    }
    let z = Tensor(weights, shape: [permutations + 1, count])
    // What is left of terms that cancel is no discrepancy.
    let rounding = 1e-6 * (similarity.values.max() ?? 0)
    let discrepancies = (z.matrixProduct(similarity) * z).sum(along: [1]).values.map { $0 > rounding ? $0 : 0 }
    discrepancy = discrepancies[0]
    permuted = Array(discrepancies.dropFirst())
  }

  /// The places of each class, in the order in which the classes first come up.
  private static func groups(_ classes: [String]) -> [[Int]] {
    var number: [String: Int] = [:]
    var groups: [[Int]] = []
    for (place, name) in classes.enumerated() {
      if number[name] == nil {
        number[name] = groups.count
        groups.append([])
      }
      groups[number[name, default: 0]].append(place)
    }
    return groups
  }

  /// [y = y′] for all pairs, `[n, n]`.
  private static func agreement(_ classes: [String]) -> Tensor {
    let count = classes.count
    return Tensor(shape: [count, count]) { target in
      target.initialize(repeating: 0)
      for group in groups(classes) {
        for row in group { for column in group { target[row * count + column] = 1 } }
      }
    }
  }

  /// The squared distances of all pairs of both sets, `[n + m, n + m]`.
  private static func distances(_ source: Tensor, _ target: Tensor) -> Tensor {
    precondition(
      source.shape.count == 2 && target.shape.count == 2 && source.shape[1] == target.shape[1]
        && source.shape[0] > 1 && target.shape[0] > 1,
      "samples of one width, two of each at least, not \(source.shape) and \(target.shape)")
    return squaredDistances(among: .concatenated([source.detached(), target.detached()]))
  }
}
