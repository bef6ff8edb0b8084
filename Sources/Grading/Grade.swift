import Foundation
import Notebook

/// How an exercise went.
package struct Grade: Encodable, Sendable, Hashable {
  /// Right, wrong, or not begun.
  package enum Outcome: String, Encodable, Sendable {
    /// Every check passed.
    case passed
    /// Some check did not, or the answer came to no end.
    case failed
    /// The exercise is as it was handed out.
    case notAttempted = "not-attempted"
  }

  package let exercise: String
  /// The id of its lesson.
  package let lesson: String
  /// Right, wrong, or not begun.
  package let outcome: Outcome
  /// The points that it earned.
  package let earned: Int
  /// The points that a right answer earns.
  package let possible: Int
  /// The checks that were made, in order.
  package let checks: [Check]
  /// What ended the grading early, such as an endless loop; else nil.
  package let problem: Phrase?
  /// The last lines that the answer printed, for a reader who looks for a mistake; nil if there are none.
  package var printed: [String]?

  init(
    exercise: String, lesson: String, outcome: Outcome, possible: Int, checks: [Check] = [], problem: Phrase? = nil
  ) {
    self.exercise = exercise
    self.lesson = lesson
    self.outcome = outcome
    self.possible = possible
    self.checks = checks
    self.problem = problem
    earned = checks.reduce(0) { $0 + $1.earned }
  }
}

extension Grade {
  /// What is wrong, for a reader: one line that names the exercise, and three for each check that failed.
  package func explanation(_ language: Language) -> String {
    ([headline(language)] + lines(language)).joined(separator: "\n")
  }

  /// Such as `mmd: 6 of 10 points`.
  func headline(_ language: Language) -> String {
    if outcome == .notAttempted { return "\(exercise): " + (language == .en ? "not attempted" : "belum dicoba") }
    return language == .en
      ? "\(exercise): \(earned) of \(possible) points" : "\(exercise): \(earned) dari \(possible) poin"
  }

  /// What went wrong, line by line.
  func lines(_ language: Language) -> [String] {
    checks.filter { !$0.passed }.flatMap { $0.lines(language) } + (problem.map { ["✗ \($0(language))"] } ?? [])
  }
}

extension Check {
  /// What was asked, what should have come and what came, and what to try.
  func lines(_ language: Language) -> [String] {
    let isEnglish = language == .en
    let limit = tolerance > 0 ? " ± \(limit(language))" : ""
    return [
      "✗ \(id): \(what(language))",
      isEnglish
        ? "  expected \(expected.en)\(limit), got \(got.en)" : "  diharapkan \(expected.id)\(limit), didapat \(got.id)",
      "  \(isEnglish ? "Next" : "Berikutnya"): \(next(language))",
    ]
  }

  /// The tolerance without an exponent, such as `0.00001`.
  private func limit(_ language: Language) -> String {
    let text = String(format: "%.7f", tolerance).replacing(/\.?0+$/, with: "")
    return Float(text) == 0 ? tolerance.written(in: language) : language == .en ? text : text.replacing(".", with: ",")
  }
}
