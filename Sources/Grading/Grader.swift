import Notebook

/// What grades the answers to one exercise.
///
/// ```swift
/// package enum MeanGrader: Grader {
///   package typealias Answer = ([Float]) throws -> Float
///   package static let id = "mean", lesson = "domains", points = 5
///
///   package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
///     try sheet.check("example", …, points: 5, expected: 2, got: answer([1, 2, 3]), tolerance: 1e-6, next: …)
///   }
///
///   package static var mistakes: [Mistake<Answer>] {
///     [Mistake("the sum", failing: "example") { $0.reduce(0, +) }]
///   }
/// }
/// ```
package protocol Grader {
  /// What the reader writes: a function, or several in a tuple.
  associatedtype Answer

  /// The exercise's id, such as `class-prior`: it never changes.
  static var id: String { get }
  /// The id of its lesson.
  static var lesson: String { get }
  /// What a right answer earns: the sum of the points of all checks.
  static var points: Int { get }

  /// Asks an answer, with inputs that vary so that no constant can pass.
  static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws

  /// Typical wrong answers, at least three, each with the check that must find it.
  static var mistakes: [Mistake<Answer>] { get }
}

/// A typical wrong answer.
package struct Mistake<Answer> {
  /// What is wrong in it.
  package let name: String
  /// The check that must find it.
  package let check: String
  package let answer: Answer

  /// A wrong answer, and the check that must find it.
  package init(_ name: String, failing check: String, _ answer: Answer) {
    self.name = name
    self.check = check
    self.answer = answer
  }
}

extension Grader {
  /// Grades an answer; whatever it throws is in the grade.
  static func grade(_ answer: Answer, seed: UInt64 = 1, begins: @escaping (String) -> Void = { _ in }) -> Grade {
    var sheet = ScoreSheet(seed: seed, begins: begins)
    do {
      try check(answer, on: &sheet)
      return grade(sheet.checks.allSatisfy(\.passed) ? .passed : .failed, sheet.checks)
    } catch is NotAttempted {
      return grade(.notAttempted, [])
    } catch {
      return grade(.failed, sheet.checks, Phrase(en: "it threw \(error)", id: "kode melempar \(error)"))
    }
  }

  private static func grade(_ outcome: Grade.Outcome, _ checks: [Check], _ problem: Phrase? = nil) -> Grade {
    Grade(exercise: id, lesson: lesson, outcome: outcome, possible: points, checks: checks, problem: problem)
  }
}
