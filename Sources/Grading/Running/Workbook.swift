@preconcurrency import Foundation

/// The exercises of a lesson with what grades them: a program that grades one of them in a process of its own, so that nothing
/// that its reader wrote can harm another.
///
/// ```swift
/// @main
/// package enum DomainsWorkbook: Workbook {
///   package static var rows: [Row] { [Row(MMDGrader.self, exercise: …, solution: …)] }
/// }
/// ```
/// Called `domains-runner`, it lists the exercises, each as `LESSON ID POINTS`; `domains-runner ID [solution | MISTAKE]` grades
/// one, and says so as ``GradingChannel`` has it.
package protocol Workbook {
  /// The exercises, in their order.
  static var rows: [Row] { get }
}

extension Workbook {
  /// Does what the command line asks for.
  package static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let id = arguments.first else {
      for row in rows { print(row.lesson, row.id, row.points) }
      return
    }
    guard let row = rows.first(where: { $0.id == id }),
      let candidate = row.candidate(arguments.dropFirst().first)
    else {
      FileHandle.standardError.write(Data("there is no exercise \(id)\n".utf8))
      exit(64)
    }
    let channel = GradingChannel.takingStandardOutput()
    ExerciseLimits.apply()
    let grade = row.grade(candidate) { channel.send(.begins(check: $0)) }
    channel.send(.answer(ExerciseAnswer(grade)))
  }
}

extension Row {
  /// The answer that a word of the command line names.
  fileprivate func candidate(_ word: String?) -> Candidate? {
    switch word {
    case nil: .exercise
    case "solution": .solution
    case .some(let place): Int(place).flatMap { mistakes.indices.contains($0) ? .mistake($0) : nil }
    }
  }
}
