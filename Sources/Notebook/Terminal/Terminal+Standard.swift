import Foundation

extension Terminal {
  /// The terminal of this process: what standard input and output are, NO_COLOR, TERM and COLUMNS decide.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Terminal {
    let abilities = Abilities(
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, inputIsTerminal: isatty(STDIN_FILENO) == 1,
      environment: environment)
    return Terminal(
      isInteractive: abilities.redraws, acceptsInput: abilities.pauses, usesColour: abilities.colours,
      width: { windowColumns() ?? abilities.columns },
      write: { send($0, to: .standardOutput) }, writeError: { send($0, to: .standardError) },
      read: { readLine() })
  }

  /// What a terminal can do, from what its streams are and what the environment asks for.
  struct Abilities: Equatable {
    let redraws: Bool
    let pauses: Bool
    let colours: Bool
    /// The width where the window doesn't tell.
    let columns: Int

    init(outputIsTerminal: Bool, inputIsTerminal: Bool, environment: [String: String]) {
      let isDumb = environment["TERM"] == "dumb" || environment["TERM", default: ""].isEmpty
      redraws = outputIsTerminal && !isDumb
      pauses = redraws && inputIsTerminal
      colours = redraws && environment["NO_COLOR", default: ""].isEmpty
      columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }
  }

  private static func windowColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes at once; a reader who has gone away is no reason to stop the run.
  private static func send(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
