import Autograd
import Foundation
import Notebook
import Testing

@testable import Grading

/// Two checks of a number.
private enum ToyGrader: Grader {
  typealias Answer = (Float) throws -> Float
  static let id = "toy", lesson = "toys", points = 3

  static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let input = sheet.random.uniform()
    try sheet.check(
      "half", Phrase(en: "a half", id: "setengah"), points: 1, expected: 0.5, got: answer(1), tolerance: 0.01,
      next: Phrase(en: "Halve it.", id: "Bagi dua."))
    try sheet.check(
      "varied", Phrase(en: "any number", id: "sembarang bilangan"), points: 2, expected: [input / 2],
      got: [answer(input)], next: Phrase(en: "Halve it.", id: "Bagi dua."))
  }

  static var mistakes: [Mistake<Answer>] { [Mistake("a constant", failing: "varied") { _ in 0.5 }] }
}

@Suite struct GraderTests {
  @Test("a right answer earns all points, a constant those of the check that it happens to pass")
  func points() {
    #expect(ToyGrader.grade({ $0 / 2 }).outcome == .passed)
    #expect(ToyGrader.grade({ $0 / 2 }).earned == 3)
    let constant = ToyGrader.grade(ToyGrader.mistakes[0].answer)
    #expect(constant.outcome == .failed && constant.earned == 1 && constant.possible == 3)
  }

  @Test("what is not attempted is neither right nor wrong")
  func notAttempted() {
    let grade = ToyGrader.grade({ _ in throw NotAttempted() })
    #expect(grade.outcome == .notAttempted && grade.earned == 0 && grade.checks.isEmpty)
    #expect(grade.explanation(.id) == "toy: belum dicoba")
  }

  @Test("an explanation has what was expected, what came, how far it may be, and what to try")
  func explanation() {
    let lines = ToyGrader.grade({ $0 }).explanation(.en).split(separator: "\n")
    #expect(
      lines.prefix(4) == [
        "toy: 0 of 3 points", "✗ half: a half", "  expected 0.5 ± 0.01, got 1", "  Next: Halve it.",
      ])
    #expect(
      ToyGrader.grade({ $0 }).explanation(.id).contains("diharapkan 0,5 ± 0,01, didapat 1\n  Berikutnya: Bagi dua."))
  }

  @Test("other seeds give other inputs, the same seed the same")
  func seeds() {
    let expected = (1...2).map { ToyGrader.grade({ $0 }, seed: $0).checks[1].expected }
    #expect(expected[0] != expected[1] && expected[0] == ToyGrader.grade({ $0 }, seed: 1).checks[1].expected)
  }

  @Test("a grade comes out of a runner's answer as it went in")
  func json() throws {
    let grade = ToyGrader.grade({ $0 })
    let answer = try JSONDecoder().decode(ExerciseAnswer.self, from: JSONEncoder().encode(ExerciseAnswer(grade)))
    let entry = GradingProgram.Entry(lesson: grade.lesson, id: grade.exercise, points: grade.possible)
    #expect(answer.grade(of: entry) == grade)
    #expect(String(decoding: try JSONEncoder().encode(grade), as: UTF8.self).contains("\"outcome\":\"failed\""))
  }
}

@Suite struct ExerciseBuildTests {
  private let package = URL(filePath: "/home/me/alih")

  @Test("who must mend a line is told which, in either language, and of many errors how many more there are")
  func advice() {
    let errors = (1...12).map {
      CompilerError(file: "Lessons/A.swift", line: $0, column: 3, message: "no", excerpt: ["\($0) | x"])
    }
    let lesson = UncompiledLesson(lesson: "domains", errors: errors)
    #expect(lesson.advice(.en).hasSuffix("mend Lessons/A.swift:1 and grade again"))
    #expect(lesson.advice(.id).hasSuffix("perbaiki Lessons/A.swift:1 lalu nilai lagi"))
    #expect(lesson.lines(.en).count == 21 && lesson.lines(.en).last == "and 2 more errors")
  }

  @Test("what else can go wrong in a build is given in one line, too")
  func otherErrors() throws {
    for (output, words) in [
      ("warning: a\nerror: no space left\nlast", "built: error: no space left; "), ("", "built: ; "),
    ] {
      let error = #expect(throws: NotebookError.self) {
        try ExerciseBuild.errors(in: output, of: "domains", package: package)
      }
      #expect(error?.description.contains(words) == true)
      #expect(error?.description.hasSuffix("swift build --product domains-runner says more") == true)
    }
  }

  @Test("a folder without a package is refused with one line")
  func noPackage() {
    #expect(throws: NotebookError.self) { try ExerciseBuild(in: package)(["domains"]) }
  }
}
