import Foundation
import Notebook
import Testing

@testable import Grading

@Suite struct RunningTests {
  private let entry = GradingProgram.Entry(lesson: "toys", id: "one", points: 4)

  private func answer(_ points: [Int], passed: Bool = true, problem: String? = nil) throws -> ExerciseAnswer {
    let checks = points.map {
      #"{"id":"zero","what":{"en":"a","id":"b"},"passed":\#(passed),"points":\#($0),"expected":{"en":"0","id":"0"},"#
        + #""got":{"en":"1","id":"1"},"tolerance":0,"next":{"en":"c","id":"d"}}"#
    }
    let problem = problem.map { #"{"en":"\#($0)","id":"\#($0)"}"# } ?? "null"
    let json = #"{"isAttempted":true,"checks":[\#(checks.joined(separator: ","))],"problem":\#(problem)}"#
    return try JSONDecoder().decode(ExerciseAnswer.self, from: Data(json.utf8))
  }

  @Test("who asked knows the exercise and its points: an answer with others is none")
  func points() throws {
    let right = try #require(try answer([1, 3]).grade(of: entry))
    #expect(right.exercise == "one" && right.lesson == "toys" && right.outcome == .passed && right.earned == 4)
    #expect(try answer([1, 3], passed: false).grade(of: entry)?.outcome == .failed)
    #expect(try answer([1, 3], problem: "x").grade(of: entry)?.outcome == .failed)
    for points in [[], [1], [5], [2, 3], [-1, 5], [Int.max, Int.max], [Int.min], [Int](repeating: 0, count: 101)] {
      #expect(try answer(points).grade(of: entry) == nil, "\(points)")
    }
  }

  @Test("only lines with the key are of the channel; a line that is cut short is none")
  func channel() throws {
    let (key, other) = (GradingChannel.newKey(), GradingChannel.newKey())
    let answer = try answer([4])
    let lines: [GradingChannel.Line] = [.begins(check: "a b"), .answer(answer)]
    let text = lines.compactMap { GradingChannel.text($0, key: key) }
    #expect(key != other && GradingChannel.lines(in: text.joined(separator: "\n"), key: key) == lines)
    let forged =
      lines.compactMap { GradingChannel.text($0, key: other) } + [" begins c", "begins c", "\(key)x begins c"]
    #expect(GradingChannel.lines(in: forged.joined(separator: "\n"), key: key).isEmpty)
    #expect(GradingChannel.lines(in: "\(text[1].dropLast(3))\n\(key) other x", key: key).isEmpty)
  }

  @Test("each error of the compiler is kept once, with its place and what it shows there")
  func compilerErrors() throws {
    let file = "/course/Lessons/01-domains/DomainsExercises.swift"
    let output = """
      \(file):20:10: error: cannot find 'x' in scope
      18 | {
      19 |   let y = 1
      20 |   return x
         |          `- error: cannot find 'x' in scope
      21 | }

      \(file):19:7: warning: never used
      \(file):30:3: error: missing return
      30 | }
         | `- error: missing return
      \(file):20:10: error: cannot find 'x' in scope
      18 | {
      19 |   let y = 1
      20 |   return x
         |          `- error: cannot find 'x' in scope
      21 | }
      /course/Sources/A.swift:1:1: error: no
      error: fatalError
      """
    let errors = try ExerciseBuild.errors(in: output, of: "domains", package: URL(filePath: "/course"))
    #expect(errors.map(\.line) == [20, 30] && errors.map(\.column) == [10, 3])
    #expect(errors[0].file == "Lessons/01-domains/DomainsExercises.swift" && errors[0].excerpt.count == 5)
    #expect(errors[0].lines[4] == "   |          `- error: cannot find 'x' in scope")
    let other = try ExerciseBuild.errors(
      in: "/course/Sources/A.swift:1:1: error: no", of: "domains", package: URL(filePath: "/course"))
    #expect(other.map(\.file) == ["Sources/A.swift"])
    #expect(throws: NotebookError.self) {
      try ExerciseBuild.errors(in: "error: no product named 'x'", of: "domains", package: URL(filePath: "/course"))
    }
  }
}
