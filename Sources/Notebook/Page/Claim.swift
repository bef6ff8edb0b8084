/// A statement with a number or a direction, checked over at least five seeds each time its lesson runs.
public struct Claim: Sendable, Hashable {
  /// What the mean over the seeds must be.
  public enum Bound: Sendable, Hashable {
    /// The mean is at least this.
    case atLeast(Double)
    /// The mean is at most this.
    case atMost(Double)
    /// The mean is from the first to the second, ends included.
    case between(Double, Double)

    func holds(for mean: Double) -> Bool {
      switch self {
      case .atLeast(let lower): mean >= lower
      case .atMost(let upper): mean <= upper
      case .between(let lower, let upper): mean >= lower && mean <= upper
      }
    }
  }

  /// The fewest values that a claim may rest on, one a seed.
  public static let fewestValues = 5

  /// The name by which the text places it.
  public let id: String
  /// The id of the cell that made it.
  public let cell: String
  public let statement: Phrase
  /// What was measured, one value a seed.
  public let values: [Double]
  /// What the mean must be.
  public let bound: Bound
  /// How its numbers are written.
  public let format: ValueFormat

  /// The mean of the values.
  public var mean: Double { values.mean }
  /// The standard deviation of the values, with n − 1 in the denominator.
  public var spread: Double { values.standardDeviation }
  /// Whether the mean is within the bound; never true of a mean that isn't a number.
  public var holds: Bool { bound.holds(for: mean) }
  /// ✓ if it holds, else ✗.
  public var mark: String { holds ? "✓" : "✗" }

  /// The bound in words: `at least 90.0 %`.
  public func wanted(in language: Language) -> String {
    let english = language == .en
    return switch bound {
    case .atLeast(let lower): (english ? "at least " : "paling sedikit ") + format.text(lower, in: language)
    case .atMost(let upper): (english ? "at most " : "paling banyak ") + format.text(upper, in: language)
    case .between(let lower, let upper): format.text(from: lower, to: upper, in: language)
    }
  }

  /// Mean and spread: `92.1 ± 1.4 %`.
  public func measured(in language: Language) -> String {
    format.text(mean: mean, spread: spread, in: language)
  }
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
