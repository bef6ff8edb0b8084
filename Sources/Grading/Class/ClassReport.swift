import FileAccess
import Foundation
import Notebook

/// What is written about a class: `class.csv`, a row for each student and exercise, and for each student a folder with
/// `grade.md` and `results.json`.
package struct ClassReport {
  private let marked: [MarkedSubmission]
  private let language: Language

  /// The report of some submissions.
  package init(_ marked: [MarkedSubmission], language: Language) {
    self.marked = marked
    self.language = language
  }

  /// Writes the files and gives the place of the table.
  package func write(
    to folder: OutputFolder, cards: (MarkedSubmission) throws -> [ScoreCard], day: String
  ) throws -> URL {
    for one in marked {
      let own = try OutputFolder(folder.url.appending(path: one.submission.student, directoryHint: .isDirectory))
      _ = try GradeReport(try cards(one), notCompiled: one.notCompiled, language: language)
        .write(to: own, name: one.submission.student.onOneLine, day: day)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      _ = try own.write(try encoder.encode(AutogradingResult(one, language)), to: "results.json")
    }
    return try folder.write(Data(table.utf8), to: "class.csv")
  }

  /// A row for each student and exercise.
  var table: String {
    let header = ["student", "lesson", "exercise", "outcome", "points", "possible", "remark"]
    return ([header] + marked.flatMap(rows)).map { CommaSeparatedValues.row($0.map(\.onOneLine)) }.joined()
  }
}

extension ClassReport {
  private func rows(of one: MarkedSubmission) -> [[String]] {
    let student = one.submission.student
    let graded: [[String]] = one.grades.map { grade in
      [
        student, grade.lesson, grade.exercise, grade.outcome.rawValue, "\(grade.earned)", "\(grade.possible)",
        grade.lines(language).first ?? "",
      ]
    }
    let broken: [[String]] = one.notCompiled.map { lesson in
      [student, lesson.lesson, "", "not-compiled", "0", "", lesson.lines(language).first ?? ""]
    }
    let remarks: [[String]] = one.submission.remarks.map { [student, "", "", "remark", "", "", $0(language)] }
    return graded + broken + remarks
  }
}

/// The result of a submission in the form that GitHub Classroom's reporter of autograding takes (version 1).
struct AutogradingResult: Encodable {
  struct Test: Encodable {
    let name, status, message: String
    let score, maxScore: Int

    enum CodingKeys: String, CodingKey {
      case name, status, message, score
      case maxScore = "max_score"
    }
  }

  let version = 1
  let status: String
  let maxScore: Int
  let tests: [Test]

  enum CodingKeys: String, CodingKey {
    case version, status, tests
    case maxScore = "max_score"
  }

  init(_ marked: MarkedSubmission, _ language: Language) {
    tests =
      marked.grades.map { grade in
        Test(
          name: grade.exercise, status: grade.outcome == .passed ? "pass" : "fail",
          message: grade.outcome == .passed ? "" : grade.explanation(language), score: grade.earned,
          maxScore: grade.possible)
      }
      + marked.notCompiled.map { lesson in
        Test(
          name: lesson.lesson, status: "error", message: lesson.lines(language).joined(separator: "\n"), score: 0,
          maxScore: 0)
      }
    maxScore = tests.reduce(0) { $0 + $1.maxScore }
    let isRight = tests.allSatisfy { $0.status == "pass" }
    status = isRight ? "pass" : tests.contains { $0.status == "error" } ? "error" : "fail"
  }
}
