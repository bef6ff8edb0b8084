@preconcurrency import Foundation

/// What a runner says to the program that started it: a line for each check that begins, and at last the answer.
///
/// Each line begins with a key that came as the first line of the runner's standard input, drawn anew for each run. Before
/// any code of the reader runs, the input is replaced by one that is empty, and the descriptor for output by a copy with
/// another number; what the exercise prints goes to standard error. So nothing that it prints, to whatever descriptor, is
/// taken for a line of the channel.
///
/// What remains possible: code in the same process can look for the key in the memory of the process.
struct GradingChannel {
  /// One line.
  enum Line: Hashable {
    /// A check begins; known so that it can be said where an answer crashed or went on for ever.
    case begins(check: String)
    /// How all checks went.
    case answer(ExerciseAnswer)
  }

  private let key: String
  private let output: FileHandle

  /// A key that nobody can guess.
  static func newKey() -> String {
    (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
  }

  /// The channel of this process, which has neither input nor output afterwards; without a key, if it is run by hand.
  static func takingStandardOutput() -> GradingChannel {
    // What else was inherited belongs to another exercise, that was started at the same time.
    for descriptor in Int32(3)..<1_024 { close(descriptor) }
    let key = isatty(STDIN_FILENO) == 1 ? "" : readLine() ?? ""
    let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, Int32.random(in: 100..<900))
    let descriptor = copy >= 0 ? copy : dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    let nothing = open("/dev/null", O_RDONLY)
    if nothing >= 0 {
      dup2(nothing, STDIN_FILENO)
      close(nothing)
    }
    setvbuf(stdout, nil, _IOLBF, 0)  // What was printed before a crash shall be seen.
    return GradingChannel(key: key, output: FileHandle(fileDescriptor: descriptor, closeOnDealloc: false))
  }

  /// Writes a line at once.
  func send(_ line: Line) {
    guard let text = Self.text(line, key: key) else { return }
    try? output.write(contentsOf: Data("\n\(text)\n".utf8))
  }

  /// A line as it is written; an answer as JSON, which has no newline in it.
  static func text(_ line: Line, key: String) -> String? {
    switch line {
    case .begins(let check): return "\(key) begins \(check)"
    case .answer(let answer):
      guard let json = try? JSONEncoder().encode(answer) else { return nil }
      return "\(key) answer \(String(decoding: json, as: UTF8.self))"
    }
  }

  /// The lines of the channel in what a runner has written, in their order; all other lines are no part of it.
  static func lines(in output: String, key: String) -> [Line] {
    output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == key else { return nil }
      switch words[1] {
      case "begins": return .begins(check: String(words[2]))
      case "answer":
        return (try? JSONDecoder().decode(ExerciseAnswer.self, from: Data(words[2].utf8))).map(Line.answer)
      default: return nil
      }
    }
  }
}
