import Notebook

/// One question that a grader asked of an answer, and how it went.
package struct Check: Codable, Sendable, Hashable {
  /// The name that never changes, such as `zero`; unique in its exercise.
  package let id: String
  /// What was asked.
  package let what: Phrase
  /// Whether the answer was right, within the tolerance.
  package let passed: Bool
  /// What a right answer earns.
  package let points: Int
  /// What should have come, and what came.
  package let expected, got: Phrase
  /// How far a number may be from the expected one.
  package let tolerance: Float
  /// One thing to try where it was wrong.
  package let next: Phrase

  /// What it earned.
  package var earned: Int { passed ? points : 0 }
}
