import Foundation

extension Terminal {
  /// The terminal of this process: what standard input and output are, NO_COLOR, TERM and COLUMNS decide; and where `pictures` is
  /// nil, whether and how it is given pictures.
  public static func standard(
    pictures: PictureProtocol? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Terminal {
    let abilities = Abilities(
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, inputIsTerminal: isatty(STDIN_FILENO) == 1,
      environment: environment)
    return Terminal(
      isInteractive: abilities.redraws, acceptsInput: abilities.pauses, usesColour: abilities.colours,
      pictures: pictures ?? (abilities.colours ? .detected(in: environment) : .none),
      isInTmux: environment["TMUX"] != nil,
      width: { windowColumns() ?? abilities.columns },
      write: StandardStream.output.write, writeError: StandardStream.error.write,
      read: { readLine() }, key: { pressedKey() })
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

  /// Waits for a key without Enter; the terminal is as it was afterwards, also when Ctrl-C ends the process.
  private static func pressedKey() -> Character? {
    var old = termios()
    guard tcgetattr(STDIN_FILENO, &old) == 0 else { return readLine()?.first ?? "\n" }
    var raw = old
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Foundation.read(STDIN_FILENO, &bytes, bytes.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &old)
    guard count > 0 else { return nil }
    switch bytes[0] {
    case 3:  // Ctrl-C
      raise(SIGINT)
      return nil
    case 4: return nil  // Ctrl-D
    case 0x1B: return "\u{1B}"  // an arrow or another key that sends more than one byte
    default: return String(decoding: bytes[..<count], as: UTF8.self).first.map { $0 == "\r" ? "\n" : $0 }
    }
  }

  private static func windowColumns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
