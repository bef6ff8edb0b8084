import Foundation
import Notebook
import Synchronization

/// The programs that grade exercises, one for each lesson, each exercise in a process of its own.
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

  private let folder: URL

  /// The programs in a folder: `domains-runner` for the lesson domains.
  package init(in folder: URL) {
    self.folder = folder
  }

  /// The programs that were built with the tests that run.
  package static var besideTests: GradingProgram {
    GradingProgram(in: URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
  }

  /// Whether there is a program for a lesson.
  package func grades(lesson: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: program(for: lesson).path)
  }

  /// The exercises of a lesson, in their order, with what they are worth: said by its program before anything that the
  /// reader wrote has run.
  package func entries(of lesson: String) throws -> [Entry] {
    let finished = try FinishedProcess(program(for: lesson), [], seconds: RunLimits.secondsOfPatience)
    var entries: [Entry] = []
    for line in finished.output.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, words[0] == lesson, words[1].wholeMatch(of: /[a-z0-9][a-z0-9-]{0,63}/) != nil,
        let points = Int(words[2]), 1...RunLimits.points ~= points, !entries.contains(where: { $0.id == words[1] })
      else { continue }
      entries.append(Entry(lesson: lesson, id: words[1], points: points))
    }
    return entries
  }

  private func program(for lesson: String) -> URL { folder.appending(path: "\(lesson)-runner") }

  /// Grades an exercise; a crash or an endless loop is a failure of this one alone.
  package func grade(_ entry: Entry, environment: [String: String] = [:]) throws -> Grade {
    let key = GradingChannel.newKey()
    let finished = try FinishedProcess(
      program(for: entry.lesson), [entry.id], environment: environment, input: "\(key)\n",
      seconds: RunLimits.secondsOfPatience)
    var check: String?
    for line in GradingChannel.lines(in: finished.output, key: key) {
      switch line {
      case .begins(let id): check = id.bounded
      case .answer(let answer):
        // The first one counts: after it nothing is graded any more.
        guard let grade = answer.grade(of: entry) else { return failed(entry, because: .wrongPoints, finished) }
        return grade.with(finished.printedLines)
      }
    }
    return failed(entry, because: finished.explanation(check: check), finished)
  }

  private func failed(_ entry: Entry, because problem: Phrase, _ finished: FinishedProcess) -> Grade {
    Grade(exercise: entry.id, lesson: entry.lesson, outcome: .failed, possible: entry.points, problem: problem)
      .with(finished.printedLines)
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

extension Phrase {
  /// What is said where a runner gives points that the exercise does not have.
  fileprivate static var wrongPoints: Phrase {
    Phrase(
      en: "its runner gave points that this exercise does not have; does the code write where only the grader writes?",
      id:
        "program penilainya memberi poin yang tidak dimiliki latihan ini; apakah kode menulis di tempat khusus penilai?"
    )
  }
}

extension FinishedProcess {
  /// Why there is no grade, in words that help; `check` is the one that was being made.
  fileprivate func explanation(check: String?) -> Phrase {
    let place = check.map { Phrase(en: " (in the check \($0))", id: " (dalam pemeriksaan \($0))") } ?? Phrase("")
    return switch ending {
    case .signal(SIGXCPU), .signal(SIGALRM), .signal(SIGKILL), .timedOut:
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

  /// The last lines that were printed before the end, or before the crash, each as a terminal may be given it.
  fileprivate var printedLines: [String] {
    let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
    return lines.prefix { !$0.contains("Fatal error: ") }.suffix(10).map(\.bounded)
  }

  /// What Swift said of the crash, such as `Index out of range`.
  private var fatalMessage: String? {
    guard let start = errors.range(of: "Fatal error: ") else { return nil }
    return errors[start.upperBound...].prefix { !$0.isNewline }.trimmingCharacters(in: .whitespaces).bounded
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
