import Foundation
import Grading
import Notebook
import Testing

/// Grades what the reader wrote for an exercise, in a process of its own.
///
/// What is not attempted is cancelled, with a line that says so, or counts as wrong where ALIH_STRICT is 1. The exercise is one of
/// the lesson in whose folder the test lies.
package func grade(_ id: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let environment = ProcessInfo.processInfo.environment
  let language = Language.preferred(environment: environment)
  let runner = GradingProgram.besideTests
  let folder = URL(filePath: file).deletingLastPathComponent().lastPathComponent
  let lesson = String(folder.drop(while: \.isNumber).dropFirst())
  let entry = try #require(try runner.entries(of: lesson).first { $0.id == id }, sourceLocation: sourceLocation)
  let grade = try runner.grade(entry)
  switch grade.outcome {
  case .passed: return
  case .notAttempted where environment["ALIH_STRICT"] != "1": try Test.cancel("\(grade.explanation(language))")
  case .notAttempted, .failed:
    Issue.record("\(grade.explanation(language))", sourceLocation: sourceLocation)
  }
}
