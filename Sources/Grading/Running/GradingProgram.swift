import Foundation
import Notebook
import Synchronization

/// The program that grades exercises, each in a process of its own.
package struct GradingProgram: Sendable {
  /// An exercise that can be graded.
  package struct Entry: Sendable, Hashable {
    /// The id of its lesson.
    package let lesson: String
    package let id: String
    /// What a right answer earns.
    package let points: Int

    /// An exercise by its id.
    package init(lesson: String, id: String, points: Int) {
      self.lesson = lesson
      self.id = id
      self.points = points
    }
  }

  private let program: URL

  /// The runner in a file.
  package init(_ program: URL) {
    self.program = program
  }

  /// The runner that was built with the tests that run.
  package static var besideTests: GradingProgram {
    GradingProgram(
      URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "exercise-runner"))
  }

  /// All exercises, in their order.
  package func entries() throws -> [Entry] {
    let finished = try FinishedProcess(program, [])
    return finished.output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let points = Int(words[2]) else { return nil }
      return Entry(lesson: words[0], id: words[1], points: points)
    }
  }

  /// Grades an exercise; a crash or an endless loop is a failure of this one alone.
  package func grade(_ entry: Entry, environment: [String: String] = [:]) throws -> Grade {
    let finished = try FinishedProcess(program, [entry.id], environment: environment)
    let lines = finished.output.split(separator: "\n")
    if finished.ending == .status(0), let last = lines.last,
      let grade = try? JSONDecoder().decode(Grade.self, from: Data(last.utf8))
    {
      return grade.with(finished.printedLines)
    }
    return Grade(
      exercise: entry.id, lesson: entry.lesson, outcome: .failed, possible: entry.points,
      problem: finished.explanation(check: lines.last.map(String.init))
    ).with(finished.printedLines)
  }

  /// Grades some exercises, two at a time, and gives the grades in the order of the exercises.
  package func grades(_ entries: [Entry]) throws -> [Grade] {
    let state = Mutex((next: 0, results: [Result<Grade, any Error>?](repeating: nil, count: entries.count)))
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let place = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard place < entries.count else { return }
        let result = Result { try grade(entries[place]) }
        state.withLock { $0.results[place] = result }
      }
    }
    return try state.withLock(\.results).compactMap { try $0?.get() }
  }
}

extension FinishedProcess {
  /// Why there is no grade, in words that help; `check` is the one that was being made.
  fileprivate func explanation(check: String?) -> Phrase {
    let place = check.map { Phrase(en: " (in the check \($0))", id: " (dalam pemeriksaan \($0))") } ?? Phrase("")
    return switch ending {
    case .signal(SIGXCPU), .signal(SIGALRM), .signal(SIGKILL):
      Phrase(
        en: "timed out after \(RunLimits.seconds) seconds\(place.en); look for a loop that never ends",
        id: "waktu habis setelah \(RunLimits.seconds) detik\(place.id); cari perulangan yang tidak pernah selesai")
    case .signal(SIGSEGV), .signal(SIGBUS):
      Phrase(
        en: "crashed\(place.en): out of stack; look for a function that calls itself without end",
        id: "berhenti mendadak\(place.id): tumpukan habis; cari fungsi yang memanggil dirinya tanpa henti")
    case .signal(let signal):
      if let message = fatalMessage {
        Phrase(
          en: "crashed\(place.en): \(message)", id: "berhenti mendadak\(place.id): \(message)")
      } else {
        Phrase(
          en: "crashed\(place.en) by signal \(signal); look for an index out of range, a division by zero, or nil",
          id:
            "berhenti mendadak\(place.id) oleh sinyal \(signal); cari indeks di luar jangkauan, pembagian dengan nol, atau nil"
        )
      }
    case .status:
      Phrase(
        en: "ended before it was graded\(place.en); does it call exit?",
        id: "berakhir sebelum dinilai\(place.id); apakah kode memanggil exit?")
    }
  }

  /// The last lines that were printed before the end, or before the crash.
  fileprivate var printedLines: [String] {
    let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
    return Array(lines.prefix { !$0.contains("Fatal error: ") }.suffix(10))
  }

  /// What Swift said of the crash, such as `Index out of range`.
  private var fatalMessage: String? {
    guard let start = errors.range(of: "Fatal error: ") else { return nil }
    return errors[start.upperBound...].prefix { !$0.isNewline }.trimmingCharacters(in: .whitespaces)
  }
}

extension Grade {
  /// The grade with what the answer printed.
  fileprivate func with(_ lines: [String]) -> Grade {
    var grade = self
    grade.printed = lines.isEmpty ? nil : lines
    return grade
  }
}
