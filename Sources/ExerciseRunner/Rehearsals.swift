import Foundation
import Grading
import Notebook

/// Answers that go as wrong as a reader's can, so that it can be tried what becomes of them.
@main
enum Rehearsals: Workbook {
  static var rows: [Row] {
    [Row(Rehearsal.self, exercise: { try Rehearsal.answer(to: $0) }, solution: { $0 })]
  }
}

/// Graded like an exercise, but for the environment variable that says how it ends: see `Rehearsal.Ending`.
private enum Rehearsal: Grader {
  typealias Answer = (Int) throws -> Int

  static let id = "rehearsal", lesson = "exercise", points = 2

  private enum Ending: String {
    case crash, loop, recursion, hunger, exit, error, talk, forgery, command, grandchild
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
    case .forgery:
      forge()
      Foundation.exit(0)
    case .command:
      print("\u{1B}]0;mine\u{07}\u{202E}" + String(repeating: "x", count: 10_000))
      throw Obedience(description: "\u{1B}[2J\nexercise mmd 10/10\u{2028}" + String(repeating: "y", count: 10_000))
    case .grandchild:
      try leaveGrandchild()
      return number
    }
  }

  private struct Obedience: Error, CustomStringConvertible { let description: String }

  /// Writes what a runner would say, wherever it can be written.
  private static func forge() {
    let answer = #"{"isAttempted":true,"checks":[],"problem":null}"#
    let grade = #"{"exercise":"mmd\nrun domains","outcome":"passed","earned":2,"possible":2,"checks":[]}"#
    let key = readLine() ?? ""
    for text in ["\n answer \(answer)\n", "\n\(key) answer \(answer)\n", "\n\(grade)\n"] {
      for descriptor in Int32(0)..<1_024 { _ = text.withCString { write(descriptor, $0, strlen($0)) } }
    }
  }

  /// Starts a process that lives on, and holds standard error open.
  private static func leaveGrandchild() throws {
    let sleep = Process()
    sleep.executableURL = URL(filePath: "/bin/sleep")
    sleep.arguments = ["300"]
    sleep.standardInput = FileHandle.nullDevice
    try sleep.run()
    print("grandchild \(sleep.processIdentifier)")
  }
}
