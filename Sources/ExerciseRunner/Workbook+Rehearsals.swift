import Foundation
import Graders
import Grading
import Notebook

extension Workbook {
  /// Answers that go as wrong as a reader's can, so that it can be tried what becomes of them.
  static var rehearsals: [Row] {
    [
      Row(Rehearsal.self, exercise: { try Rehearsal.answer(to: $0) }, solution: { $0 })
    ]
  }
}

/// Graded like an exercise, but for the environment variable that says how it ends: see `Rehearsal.Ending`.
private enum Rehearsal: Grader {
  typealias Answer = (Int) throws -> Int

  static let id = "rehearsal", lesson = "rehearsals", points = 2

  private enum Ending: String {
    case crash, loop, recursion, hunger, exit, error, talk
  }

  static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    for number in 1...2 {
      try sheet.check(
        "number-\(number)", Phrase("\(number)"), points: 1, expected: number, got: answer(number),
        next: Phrase(en: "Give the number back.", id: "Kembalikan bilangan itu."))
    }
  }

  static var mistakes: [Mistake<Answer>] {
    [Mistake("one more", failing: "number-1") { $0 + 1 }]
  }

  /// The first number is given back; at the second it happens.
  static func answer(to number: Int) throws -> Int {
    let ending = ProcessInfo.processInfo.environment["ALIH_REHEARSAL"].flatMap(Ending.init)
    guard number == 2, let ending else { return number }
    switch ending {
    case .crash:
      print("now")
      return [1][number]
    case .loop: while true {}
    case .recursion: return try answer(to: number) + 1
    case .hunger: return number + [Int](unsafeUninitializedCapacity: 2 << 30) { $1 = 0 }.count
    case .exit: Foundation.exit(0)
    case .error: throw CocoaError(.fileNoSuchFile)
    case .talk:
      for _ in 0..<100_000 { print("thinking aloud") }
      return number
    }
  }
}
