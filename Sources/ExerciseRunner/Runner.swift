@preconcurrency import Foundation
import Grading

/// Grades one exercise in this process, so that nothing that its reader wrote can harm another.
///
/// `exercise-runner ID [solution | MISTAKE]` prints the id of each check before it is made, and at last the grade as one
/// line of JSON. Whatever the answer itself prints goes to standard error. `exercise-runner` alone lists the exercises.
@main
enum Runner {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let id = arguments.first else {
      for row in Workbook.rows { print(row.lesson, row.id, row.points) }
      return
    }
    guard let row = Workbook.row(id), let candidate = candidate(arguments.dropFirst().first, of: row) else {
      FileHandle.standardError.write(Data("exercise-runner: there is no exercise \(id)\n".utf8))
      exit(64)
    }
    let output = FileHandle(fileDescriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
    setvbuf(stdout, nil, _IOLBF, 0)  // What was printed before a crash shall be seen.
    Limits.apply()
    let grade = row.grade(candidate) { output.write(Data("\($0)\n".utf8)) }
    try output.write(JSONEncoder().encode(grade) + Data("\n".utf8))
  }

  private static func candidate(_ argument: String?, of row: Row) -> Row.Candidate? {
    switch argument {
    case nil: .exercise
    case "solution": .solution
    case .some(let place): Int(place).flatMap { row.mistakes.indices.contains($0) ? .mistake($0) : nil }
    }
  }
}
