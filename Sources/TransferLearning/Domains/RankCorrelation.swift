import Autograd

/// Spearman's rank correlation of pairs, with an interval by the bootstrap (Spearman, 1904; Efron, 1979).
///
/// It asks only whether larger goes with larger (1) or with smaller (−1), not whether along a straight line.
///
/// ```swift
/// let correlation = RankCorrelation(distances, accuracies, random: &random)
/// correlation.coefficient   // −0.9: the farther, the less accurate
/// correlation.interval      // −0.97 ... −0.75
/// ```
public struct RankCorrelation: Sendable {
  /// The correlation of the ranks, in [−1, 1]; 0 where one of the two does not vary.
  public let coefficient: Float
  /// Where the coefficient lies in the given share of resamples, the same share left out on both sides.
  public let interval: ClosedRange<Float>

  /// The correlation of `x` and `y`, which are paired by their places and number at least two.
  ///
  /// Equal values share the mean of their ranks. For the interval, as many pairs are drawn with replacement as there are,
  /// `resamples` times.
  public init(
    _ x: [Float], _ y: [Float], resamples: Int = 1_000, confidence: Float = 0.95, random: inout RandomSource
  ) {
    precondition(x.count == y.count && x.count > 1, "\(x.count) and \(y.count) values are not two pairs or more")
    precondition(
      resamples > 0 && 0 < confidence && confidence < 1, "an interval of \(confidence) by \(resamples) draws")
    coefficient = Self.coefficient(of: x, y)
    let drawn = (0..<resamples).map { _ in
      let pairs = x.indices.map { _ in random.below(x.count) }
      return Self.correlation(Self.ranks(pairs.map { x[$0] }), Self.ranks(pairs.map { y[$0] }))
    }.sorted()
    let left = Int(Float(resamples) * (1 - confidence) / 2)
    interval = drawn[left]...drawn[resamples - 1 - left]
  }

  /// The coefficient alone, of values that are paired by their places and number at least two.
  public static func coefficient(of x: [Float], _ y: [Float]) -> Float {
    precondition(x.count == y.count && x.count > 1, "\(x.count) and \(y.count) values are not two pairs or more")
    return correlation(ranks(x), ranks(y))
  }

  /// The place of each value in ascending order, from 0; equal values have the mean of their places.
  private static func ranks(_ values: [Float]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }

  /// Pearson's correlation, Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²).
  private static func correlation(_ x: [Double], _ y: [Double]) -> Float {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (product, squaresX, squaresY) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      product += (x - meanX) * (y - meanY)
      squaresX += (x - meanX) * (x - meanX)
      squaresY += (y - meanY) * (y - meanY)
    }
    let scale = (squaresX * squaresY).squareRoot()
    return scale > 0 ? Float(min(max(product / scale, -1), 1)) : 0
  }
}
