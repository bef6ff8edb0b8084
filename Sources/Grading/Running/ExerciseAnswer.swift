import Notebook

/// What a runner says of an exercise: how its checks went.
///
/// Which exercise it is and what it is worth is known to who asked, and is not asked here.
struct ExerciseAnswer: Codable, Hashable {
  /// Whether the exercise is no longer as it was handed out.
  let isAttempted: Bool
  /// The checks that were made, in order.
  let checks: [Check]
  /// What ended the grading early; else nil.
  let problem: Phrase?

  init(_ grade: Grade) {
    isAttempted = grade.outcome != .notAttempted
    checks = grade.checks
    problem = grade.problem
  }

  /// The grade of an exercise that was answered so, its texts on one line each and not too long; nil where the points are not
  /// such as the exercise can have, 0 or more, and together what it is worth if all are right.
  func grade(of entry: GradingProgram.Entry) -> Grade? {
    guard isAttempted else {
      return Grade(exercise: entry.id, lesson: entry.lesson, outcome: .notAttempted, possible: entry.points)
    }
    guard checks.count <= RunLimits.checks, checks.allSatisfy({ 0...entry.points ~= $0.points }) else { return nil }
    let points = checks.reduce(0) { $0 + $1.points }
    let isRight = problem == nil && checks.allSatisfy(\.passed)
    guard points <= entry.points, !isRight || points == entry.points else { return nil }
    return Grade(
      exercise: entry.id, lesson: entry.lesson, outcome: isRight ? .passed : .failed, possible: entry.points,
      checks: checks.map(\.bounded), problem: problem?.bounded)
  }
}

extension Check {
  fileprivate var bounded: Check {
    Check(
      id: id.bounded, what: what.bounded, passed: passed, points: points, expected: expected.bounded, got: got.bounded,
      tolerance: tolerance, next: next.bounded)
  }
}

extension Phrase {
  fileprivate var bounded: Phrase { Phrase(en: en.bounded, id: id.bounded) }
}

extension String {
  /// The text as a terminal may be given it, on one line, and cut where it is too long.
  var bounded: String {
    let start = unicodeScalars.prefix(RunLimits.characters)
    let isCut = start.endIndex < unicodeScalars.endIndex
    return (String(String.UnicodeScalarView(start)) + (isCut ? " …" : "")).onOneLine
  }
}
