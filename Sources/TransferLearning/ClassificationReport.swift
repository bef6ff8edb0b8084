/// How well a classifier does, class by class, from how often each class was taken for each.
///
/// ```swift
/// let report = ClassificationReport(counts: [[30, 0], [2, 0]])
/// report.accuracy            // 0.9375: an average hides a class
/// report.balancedAccuracy    // 0.5
/// report.classes[1].recall   // 0
/// ```
///
/// With `counts[t][p]` for pictures of class t that were taken for class p (Manning, Raghavan and Schütze, 2008, section 8.3):
///
///     precision(k) = counts[k][k] / Σₜ counts[t][k]        of what was taken for k, what is k
///     recall(k)    = counts[k][k] / Σₚ counts[k][p]        of what is k, what was taken for k
///     F1(k)        = 2 precision recall / (precision + recall)
///
/// A quotient whose denominator is 0 is undefined and counts as 0, as scikit-learn has it with `zero_division=0`.
public struct ClassificationReport: Sendable, Hashable {
  /// What is said about one class, each share in [0, 1].
  public struct ClassScore: Sendable, Hashable {
    public let precision, recall, f1: Double
    /// How many examples are of the class.
    public let count: Int
    /// How many were taken for it.
    public let predictions: Int

    /// Whether nothing was taken for the class, so that its precision is undefined and counts as 0.
    public var isPrecisionUndefined: Bool { predictions == 0 }
  }

  /// `counts[t][p]`: how many examples of class t were taken for class p.
  ///
  /// There may be more columns than rows: classes that no example is of.
  public let counts: [[Int]]
  /// What is said about each class that examples may be of, in the order of the rows.
  public let classes: [ClassScore]

  /// A report on a matrix of counts, a row for each class, each row as long as the others and no shorter than there are rows.
  public init(counts: [[Int]]) {
    let columns = counts.first?.count ?? 0
    precondition(
      columns >= counts.count && counts.allSatisfy { $0.count == columns },
      "\(counts.count) rows of counts need as many columns or more, not \(counts.map(\.count))")
    self.counts = counts
    classes = counts.indices.map { label in
      let right = Double(counts[label][label])
      let count = counts[label].reduce(0, +)
      let predictions = counts.reduce(0) { $0 + $1[label] }
      return ClassScore(
        precision: predictions > 0 ? right / Double(predictions) : 0, recall: count > 0 ? right / Double(count) : 0,
        f1: count + predictions > 0 ? 2 * right / Double(count + predictions) : 0, count: count,
        predictions: predictions)
    }
  }

  /// How many examples there are.
  public var count: Int { classes.map(\.count).reduce(0, +) }

  /// The share of all examples that are classified rightly, in [0, 1]; 0 if there are none.
  public var accuracy: Double {
    let right = counts.indices.map { counts[$0][$0] }.reduce(0, +)
    return Double(right) / Double(max(1, count))
  }

  /// The mean recall of the classes that have examples, in [0, 1]: each class counts the same, however many examples it has
  /// (Brodersen et al., 2010).
  public var balancedAccuracy: Double {
    let recalls = classes.filter { $0.count > 0 }.map(\.recall)
    return recalls.reduce(0, +) / Double(max(1, recalls.count))
  }

  /// The mean F1 of all classes, in [0, 1].
  public var macroF1: Double { classes.map(\.f1).reduce(0, +) / Double(max(1, classes.count)) }
}
