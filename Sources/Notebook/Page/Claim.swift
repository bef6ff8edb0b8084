/// A statement with a number or a direction, checked each time its lesson runs.
///
/// Where it was measured over seeds it is decided by a ``ConfidenceInterval`` of the mean: it holds if all of the interval lies
/// within the bound, fails if all of it lies outside, and is not decided otherwise. A fact, such as that no value has changed,
/// holds if each value is within the bound.
public struct Claim: Sendable, Hashable {
  /// What the mean over the seeds, or each value of a fact, must be.
  public enum Bound: Sendable, Hashable {
    /// At least this.
    case atLeast(Double)
    /// More than this, as of one way that is better than another: no difference is not better.
    case moreThan(Double)
    /// At most this.
    case atMost(Double)
    /// From the first to the second, ends included.
    case between(Double, Double)
  }

  /// What decides a claim.
  public enum Evidence: Sendable, Hashable {
    /// The interval of the mean of the values, one a seed.
    case seeds
    /// Each value by itself.
    case eachValue
  }

  /// The fewest values that a claim over seeds may rest on.
  public static let fewestValues = 5

  /// The name by which the text places it.
  public let id: String
  /// The id of the cell that made it.
  public let cell: String
  public let statement: Phrase
  /// What was measured, one value a seed, or what a fact is about.
  public let values: [Double]
  /// What decides it.
  public let evidence: Evidence
  /// What the mean, or each value, must be.
  public let bound: Bound
  /// How its numbers are written.
  public let format: ValueFormat

  /// The mean of the values.
  public var mean: Double { values.mean }
  /// The standard deviation of the values, with n − 1 in the denominator.
  public var spread: Double { values.standardDeviation }
  /// Where the mean of as many seeds lies with 95 % confidence.
  public var interval: ConfidenceInterval { ConfidenceInterval(ofMean: values) }

  /// Whether it holds, fails, or is not decided; what is not a number never holds.
  public var verdict: Verdict {
    switch evidence {
    case .seeds: bound.verdict(on: interval)
    case .eachValue: !values.isEmpty && values.allSatisfy { bound.contains($0) } ? .holds : .fails
    }
  }

  /// The bound in words: `at least 90.0 %`.
  public func wanted(in language: Language) -> String {
    let english = language == .en
    let words =
      switch bound {
      case .atLeast(let lower): (english ? "at least " : "paling sedikit ") + format.text(lower, in: language)
      case .moreThan(let lower): (english ? "more than " : "lebih dari ") + format.text(lower, in: language)
      case .atMost(let upper): (english ? "at most " : "paling banyak ") + format.text(upper, in: language)
      case .between(let lower, let upper): format.text(from: lower, to: upper, in: language)
      }
    guard evidence == .eachValue, values.count > 1 else { return words }
    return (english ? "each " : "masing-masing ") + words
  }

  /// Mean and spread, `92.1 ± 1.4 %`; of a fact its value, or the smallest and the largest of several.
  public func measured(in language: Language) -> String {
    guard evidence == .eachValue, let least = values.min(), let most = values.max() else {
      return format.text(mean: mean, spread: spread, in: language)
    }
    return least == most ? format.text(least, in: language) : format.text(from: least, to: most, in: language)
  }

  /// The interval that decides it, `90.4–93.8 %`; nil for a fact.
  public func interval(in language: Language) -> String? {
    guard evidence == .seeds else { return nil }
    return format.text(from: interval.lower, to: interval.upper, in: language)
  }
}

extension Claim.Bound {
  /// Whether a value is within the bound, or beyond an end of it by no more than single precision cannot tell, 10⁻⁶ of it.
  func contains(_ value: Double) -> Bool {
    switch self {
    case .atLeast(let lower): value >= lower - 1e-6 * abs(lower)
    case .moreThan(let lower): value > lower
    case .atMost(let upper): value <= upper + 1e-6 * abs(upper)
    case .between(let lower, let upper): Self.atLeast(lower).contains(value) && Self.atMost(upper).contains(value)
    }
  }

  /// What an interval of the mean says: whether it is within the bound, outside, or both in part.
  func verdict(on interval: ConfidenceInterval) -> Claim.Verdict {
    guard interval.lower.isFinite, interval.upper.isFinite else { return .fails }
    if contains(interval.lower), contains(interval.upper) { return .holds }
    let isOutside =
      switch self {
      case .atLeast(let lower): interval.upper < lower
      case .moreThan(let lower): interval.upper <= lower
      case .atMost(let upper): interval.lower > upper
      case .between(let lower, let upper): interval.upper < lower || interval.lower > upper
      }
    return isOutside ? .fails : .undecided
  }
}
