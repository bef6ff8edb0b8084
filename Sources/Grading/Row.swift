import Notebook

/// An exercise with all that can be graded of it: the reader's answer, its solution and typical mistakes.
///
/// ```swift
/// Row(MMDGrader.self, exercise: Exercises.maximumMeanDiscrepancy, solution: Solutions.maximumMeanDiscrepancy)
/// ```
package struct Row {
  package let id: String
  /// The id of its lesson.
  package let lesson: String
  /// What a right answer earns.
  package let points: Int
  /// The names of the typical mistakes, each with the check that must find it.
  package let mistakes: [(name: String, check: String)]

  private let grade: (Candidate, UInt64, @escaping (String) -> Void) -> Grade

  /// What is graded.
  package enum Candidate: Sendable, Hashable {
    /// What the reader has written.
    case exercise
    /// The solution.
    case solution
    /// A typical mistake, by its place.
    case mistake(Int)
  }

  /// An exercise from its grader, what the reader writes, and its solution.
  package init<G: Grader>(_ grader: G.Type, exercise: G.Answer, solution: G.Answer) {
    (id, lesson, points) = (G.id, G.lesson, G.points)
    mistakes = G.mistakes.map { ($0.name, $0.check) }
    grade = { candidate, seed, begins in
      let answer =
        switch candidate {
        case .exercise: exercise
        case .solution: solution
        case .mistake(let place): G.mistakes[place].answer
        }
      return G.grade(answer, seed: seed, begins: begins)
    }
  }

  /// Grades one of the answers in this process; `begins` is told the id of each check before it is made.
  package func grade(
    _ candidate: Candidate, seed: UInt64 = 1, begins: @escaping (String) -> Void = { _ in }
  ) -> Grade {
    grade(candidate, seed, begins)
  }
}
