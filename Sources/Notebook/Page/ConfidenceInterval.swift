import Foundation

/// Where a mean lies with 95 % confidence, after values that were drawn independently of each other, one a seed:
/// x̄ ± t · s / √n.
///
/// t is the two-sided quantile of Student's distribution with n − 1 degrees of freedom (Student, 1908): with five seeds
/// t₄ = 2.776. Of differences between two ways on the same seeds it is the interval of the paired t-test. It supposes that the
/// values scatter about the mean roughly as a normal distribution does; where all are equal the interval is that one value.
public struct ConfidenceInterval: Sendable, Hashable {
  /// Both ends; not a number if a value is not, or if there are fewer than two values that differ.
  public let lower, upper: Double

  /// The interval of the mean of some values.
  public init(ofMean values: [Double]) {
    if let first = values.first, values.count > 1, values.allSatisfy({ $0 == first }) {
      (lower, upper) = (first, first)
      return
    }
    guard values.count > 1 else {
      (lower, upper) = (.nan, .nan)
      return
    }
    let half = studentQuantile(degrees: values.count - 1) * values.standardDeviation / Double(values.count).squareRoot()
    (lower, upper) = (values.mean - half, values.mean + half)
  }
}

/// The t that Student's distribution with so many degrees of freedom, 1 or more, exceeds on either side with a probability of
/// 1 − `confidence`.
///
/// Found by halving the interval of θ = arctan(t / √ν), in which the probability within ±t has a closed form (Abramowitz and
/// Stegun, 1964, 26.7.3 and 26.7.4).
func studentQuantile(degrees: Int, confidence: Double = 0.95) -> Double {
  var (low, high) = (0.0, Double.pi / 2)
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if studentProbability(within: middle, degrees: degrees) < confidence { low = middle } else { high = middle }
  }
  return tan((low + high) / 2) * Double(degrees).squareRoot()
}

/// P(|T| ≤ t) with θ = arctan(t / √ν): for even ν sin θ · (1 + ½ cos² θ + ½ · ¾ cos⁴ θ + …), for odd ν
/// 2/π · (θ + sin θ cos θ · (1 + ⅔ cos² θ + ⅔ · ⅘ cos⁴ θ + …)), each up to the power ν − 2 of the cosine.
private func studentProbability(within theta: Double, degrees: Int) -> Double {
  let isOdd = degrees % 2 == 1
  let squared = cos(theta) * cos(theta)
  var (sum, term) = (0.0, 1.0)
  for place in 0..<(degrees / 2) {
    sum += term
    let top = Double(2 * place + (isOdd ? 2 : 1))
    term *= squared * top / (top + 1)
  }
  return isOdd ? (theta + sin(theta) * cos(theta) * sum) * 2 / Double.pi : sin(theta) * sum
}

extension [Double] {
  /// The arithmetic mean; not a number if there are no values.
  var mean: Double { reduce(0, +) / Double(count) }

  /// The standard deviation of a sample, √(Σ(x − x̄)² / (n − 1)); 0 for fewer than two values.
  var standardDeviation: Double {
    guard count > 1 else { return 0 }
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }
}
