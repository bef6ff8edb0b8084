import Experiments
import Foundation
import Lessons
import Notebook
import Testing

@testable import Grading

@Suite struct RehearsalTests {
  private let rehearsal = GradingProgram.Entry(lesson: "exercise", id: "rehearsal", points: 2)

  private func graded(_ ending: String) throws -> Grade {
    try GradingProgram.besideTests.grade(rehearsal, environment: ["ALIH_REHEARSAL": ending])
  }

  @Test(
    "an exercise that crashes, or never ends, or ends the process, fails, and it is said why",
    arguments: [
      ("crash", "crashed (in the check number-2): Index out of range"),
      ("loop", "timed out after 10 seconds (in the check number-2)"),
      ("recursion", "crashed (in the check number-2): out of stack"),
      ("exit", "ended before it was graded (in the check number-2); does it call exit?"),
    ])
  func badEndings(ending: String, explanation: String) throws {
    let grade = try graded(ending)
    #expect(grade.outcome == .failed && grade.earned == 0 && grade.possible == 2)
    #expect(grade.problem?.en.hasPrefix(explanation) == true, "\(grade.problem?.en ?? "no problem")")
    #expect(grade.problem?.id.contains("pemeriksaan number-2") == true)
  }

  @Test("an exercise that wants all memory fails alone")
  func hunger() throws {
    #expect(try graded("hunger").outcome == .failed)
  }

  @Test("an error that an exercise throws is a wrong answer to that check only")
  func errors() throws {
    let grade = try graded("error")
    #expect(grade.checks.map(\.passed) == [true, false] && grade.earned == 1 && grade.problem == nil)
    #expect(grade.checks[1].got.en.hasPrefix("the error: "))
  }

  @Test("what an exercise prints does not disturb its grade, however much it is")
  func talk() throws {
    let grade = try graded("talk")
    #expect(grade.outcome == .passed && grade.printed == [String](repeating: "thinking aloud", count: 10))
    #expect(try graded("crash").printed == ["now"])
  }

  @Test("nothing that an exercise writes, to whatever descriptor, is taken for its grade")
  func forgery() throws {
    let grade = try graded("forgery")
    #expect(grade.outcome == .failed && grade.earned == 0 && grade.possible == 2 && grade.checks.isEmpty)
    #expect(grade.exercise == "rehearsal" && grade.lesson == "exercise")
    #expect(grade.problem?.en == "ended before it was graded (in the check number-2); does it call exit?")
  }

  @Test("what an exercise prints and throws says nothing to a terminal, and is not long")
  func commands() throws {
    let grade = try graded("command")
    let texts = (grade.printed ?? []) + grade.lines(.en) + [grade.checks[1].got.id]
    #expect(texts.count > 4 && texts.allSatisfy { $0.count < 500 && $0.onOneLine == $0 }, "\(texts)")
    #expect(grade.checks[1].got.en.hasPrefix("the error: \u{FFFD}[2J exercise mmd 10/10 yyy"))
  }

  @Test("a process that an exercise leaves behind, and that holds its output, is not waited for")
  func grandchild() throws {
    let start = ContinuousClock.now
    let grade = try graded("grandchild")
    #expect(grade.outcome == .passed && ContinuousClock.now - start < .seconds(30))
    let words = try #require(grade.printed?.first).split(separator: " ")
    let id = try #require(words.last.flatMap { pid_t($0) })
    // It was still there when the exercise had its grade.
    #expect(kill(id, SIGKILL) == 0)
  }

  @Test("after an exercise without end the others are graded, and the order stays")
  func others() throws {
    let runner = GradingProgram.besideTests
    let entries = try allLessons.flatMap { try runner.entries(of: $0.id) }
    #expect(!entries.isEmpty && !entries.contains(rehearsal))
    #expect(try runner.entries(of: "exercise") == [rehearsal])
    #expect(try runner.grades(entries + [rehearsal]).map(\.exercise) == entries.map(\.id) + ["rehearsal"])
  }
}
