import AdversarialCatRunner
import DomainAdaptationRunner
import DomainsRunner
import Experiments
import FeatureExtractionRunner
import FineTuningRunner
import Foundation
import Grading
import IdealImageRunner
import Lessons
import Notebook
import PretrainedNetworksRunner
import Testing

/// All exercises, lesson by lesson.
private enum Course {
  static var rows: [Row] {
    DomainsWorkbook.rows + PretrainedNetworksWorkbook.rows + FeatureExtractionWorkbook.rows + FineTuningWorkbook.rows
      + DomainAdaptationWorkbook.rows + IdealImageWorkbook.rows + AdversarialCatWorkbook.rows
  }

  static func row(_ id: String) -> Row? { rows.first { $0.id == id } }
}

@Suite struct WorkbookTests {
  @Test("every solution earns all points, whatever the seed", arguments: Course.rows.map(\.id))
  func solutions(id: String) throws {
    let row = try #require(Course.row(id))
    for seed in UInt64(1)...5 {
      let grade = row.grade(.solution, seed: seed)
      #expect(grade.outcome == .passed, "\(grade.explanation(.en))")
      #expect(grade.earned == row.points && grade.possible == row.points)
      #expect(Set(grade.checks.map(\.id)).count == grade.checks.count, "two checks of one name")
    }
  }

  @Test("at least three typical mistakes fail the check that is meant for them", arguments: Course.rows.map(\.id))
  func mistakes(id: String) throws {
    let row = try #require(Course.row(id))
    #expect(row.mistakes.count >= 3)
    for (place, mistake) in row.mistakes.enumerated() {
      for seed in UInt64(1)...5 {
        let grade = row.grade(.mistake(place), seed: seed)
        let failed = grade.checks.filter { !$0.passed }.map(\.id)
        #expect(grade.outcome == .failed && failed.contains(mistake.check), "\(mistake.name): fails \(failed)")
        #expect(grade.earned < row.points)
        #expect(grade.explanation(.en).contains("✗ \(mistake.check): "))
      }
    }
  }

  @Test("every text of a grader is there in both languages, and is not the same", arguments: Course.rows.map(\.id))
  func languages(id: String) throws {
    let grade = try #require(Course.row(id)).grade(.solution)
    for phrase in grade.checks.flatMap({ [$0.what, $0.next] }) {
      #expect(!phrase.en.isEmpty && !phrase.id.isEmpty && phrase.en != phrase.id)
    }
  }

  @Test(
    "every lesson's exercises are described, placed in its text, graded and tested", arguments: allLessons.map(\.id))
  func texts(id: String) throws {
    let lesson = try #require(allLessons.first { $0.id == id }).lesson
    let ids = Course.rows.filter { $0.lesson == id }.map(\.id)
    #expect(try lesson.problemsOfExercises() == [])
    #expect(try lesson.exercises(.en).map(\.id) == ids)
    for language in Language.allCases {
      #expect(try lesson.text(language).places.filter { $0.kind == .exercise }.map(\.id) == ids)
    }
    let tests = try sources(in: lesson.folder)
    for exercise in ids {
      #expect(try lesson.solution(of: exercise).contains("func "), "\(exercise)")
      #expect(tests.contains("try grade(\"\(exercise)\")"), "\(exercise) has no test")
    }
  }

  private func sources(in folder: URL) throws -> String {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix("ExerciseTests.swift") }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }
}
