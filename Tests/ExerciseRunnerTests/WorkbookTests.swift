import Experiments
import Foundation
import Grading
import Lessons
import Notebook
import Testing

@Suite struct WorkbookTests {
  @Test(
    "every lesson's exercises are described, placed in its text, graded and tested", arguments: allLessons.map(\.id))
  func texts(id: String) throws {
    let lesson = try #require(allLessons.first { $0.id == id }).lesson
    let ids = try GradingProgram.besideTests.entries(of: id).map(\.id)
    #expect(!ids.isEmpty)
    #expect(try lesson.problemsOfExercises() == [])
    #expect(try lesson.exercises(.en).map(\.id) == ids)
    for language in Language.allCases {
      #expect(try lesson.text(language).places.filter { $0.kind == .exercise }.map(\.id) == ids)
    }
    let tests = try tests(in: lesson.folder)
    for exercise in ids {
      #expect(try lesson.solution(of: exercise).contains("func "), "\(exercise)")
      #expect(tests.contains("try grade(\"\(exercise)\")"), "\(exercise) has no test")
    }
    #expect(tests.contains("rehearse("), "the graders have no test")
  }

  /// What tests a lesson's exercises and their graders.
  private func tests(in folder: URL) throws -> String {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix("Tests.swift") }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }
}
