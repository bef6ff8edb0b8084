import Testing
import TransferLearning

@Suite struct ClassificationReportTests {
  /// Counts, and what scikit-learn 1.9.1 says of them: `precision_recall_fscore_support` and `f1_score(average="macro")` with
  /// `labels` the rows and `zero_division=0`, `accuracy_score`, `balanced_accuracy_score`.
  struct Reference: Sendable {
    let counts: [[Int]]
    let precision, recall, f1: [Double]
    let accuracy, balanced, macroF1: Double
  }

  @Test(
    "precision, recall, F1 and balanced accuracy are scikit-learn's",
    arguments: [
      // An average that hides a class.
      Reference(
        counts: [[30, 0], [2, 0]], precision: [0.9375, 0], recall: [1, 0], f1: [0.967741935483871, 0],
        accuracy: 0.9375, balanced: 0.5, macroF1: 0.4838709677419355),
      Reference(
        counts: [[5, 2, 1], [3, 7, 0], [0, 4, 9]], precision: [0.625, 0.5384615384615384, 0.9],
        recall: [0.625, 0.7, 0.6923076923076923], f1: [0.625, 0.6086956521739131, 0.782608695652174],
        accuracy: 0.6774193548387096, balanced: 0.6724358974358974, macroF1: 0.6721014492753623),
      // A class without examples.
      Reference(
        counts: [[0, 0, 0], [2, 3, 1], [1, 0, 4]], precision: [0, 1, 0.8], recall: [0, 0.5, 0.8],
        f1: [0, 0.6666666666666666, 0.8], accuracy: 0.6363636363636364, balanced: 0.65, macroF1: 0.48888888888888893),
      // Answers that are of no class of the examples.
      Reference(
        counts: [[3, 1, 2, 1], [0, 4, 0, 2]], precision: [1, 0.8], recall: [0.42857142857142855, 0.6666666666666666],
        f1: [0.6, 0.7272727272727273], accuracy: 0.5384615384615384, balanced: 0.5476190476190476,
        macroF1: 0.6636363636363636),
    ])
  func reference(_ reference: Reference) {
    let report = ClassificationReport(counts: reference.counts)
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-14 }
    #expect(zip(report.classes.map(\.precision), reference.precision).allSatisfy(isNear))
    #expect(zip(report.classes.map(\.recall), reference.recall).allSatisfy(isNear))
    #expect(zip(report.classes.map(\.f1), reference.f1).allSatisfy(isNear))
    #expect(isNear(report.accuracy, reference.accuracy) && isNear(report.balancedAccuracy, reference.balanced))
    #expect(isNear(report.macroF1, reference.macroF1))
    #expect(report.classes.map(\.count) == reference.counts.map { $0.reduce(0, +) })
  }

  @Test("a precision without predictions is known to be undefined, and nothing at all gives zeros")
  func undefined() {
    #expect(ClassificationReport(counts: [[30, 0], [2, 0]]).classes.map(\.isPrecisionUndefined) == [false, true])
    let nothing = ClassificationReport(counts: [[0, 0], [0, 0]])
    #expect(nothing.accuracy == 0 && nothing.balancedAccuracy == 0 && nothing.macroF1 == 0)
  }
}
