import Foundation
import Synchronization

/// Where a lesson is printed: a terminal, a pipe, or a test's buffer.
///
/// Interactive means that lines can be redrawn, so progress is a bar; otherwise it is plain lines, and there are
/// neither colours nor pauses.
public final class Terminal: Sendable {
  /// Whether the last line can be redrawn.
  public let isInteractive: Bool
  /// Whether there is a reader who can press Enter.
  public let acceptsInput: Bool
  /// Whether text may have colours.
  public let usesColour: Bool
  /// How it is given pictures.
  package let pictures: PictureProtocol
  /// Whether tmux stands between, which passes on only what is wrapped for it.
  private let isInTmux: Bool

  private let size: @Sendable () -> Int
  private let write: @Sendable (String) -> Void
  private let writeError: @Sendable (String) -> Void
  private let read: @Sendable () -> String?
  private let pressedKey: (@Sendable () -> Character?)?
  private let seconds: @Sendable () -> Double
  /// Whether the last line is a status that the next output replaces.
  private let hasStatus = Mutex(false)

  /// A terminal whose input, output, size and clock are given, as for a test.
  public init(
    isInteractive: Bool = false, acceptsInput: Bool = false, usesColour: Bool = false,
    pictures: PictureProtocol = .none, isInTmux: Bool = false,
    width: @escaping @Sendable () -> Int = { 80 },
    write: @escaping @Sendable (String) -> Void,
    writeError: @escaping @Sendable (String) -> Void = { _ in },
    read: @escaping @Sendable () -> String? = { nil },
    key: (@Sendable () -> Character?)? = nil,
    clock: @escaping @Sendable () -> Double = Terminal.uptime
  ) {
    self.isInteractive = isInteractive
    self.acceptsInput = acceptsInput
    self.usesColour = usesColour
    self.pictures = pictures
    self.isInTmux = isInTmux
    size = width
    self.write = write
    self.writeError = writeError
    self.read = read
    pressedKey = key
    seconds = clock
  }

  /// Columns now; it changes when the reader resizes the window.
  public var width: Int { max(20, size()) }

  /// Columns that prose takes: lines of more than 88 characters are tiring to read.
  package var measure: Int { min(width, 92) }

  /// Seconds since an arbitrary moment.
  package var now: Double { seconds() }

  /// Seconds since the machine started, from a clock that never goes back.
  @Sendable public static func uptime() -> Double { ProcessInfo.processInfo.systemUptime }

  /// Prints a line, or several.
  ///
  /// In a window that is narrower a line is broken at spaces and goes on further in; what is piped stays on one line.
  public func print(_ line: String = "") {
    send((isInteractive ? line.wrapped(to: width) : line).printable)
  }

  private func send(_ line: String) {
    hasStatus.withLock { hasStatus in
      write((hasStatus ? Self.clearLine : "") + line + "\n")
      hasStatus = false
    }
  }

  /// Prints styled lines.
  package func print(_ lines: [[Span]]) {
    guard !lines.isEmpty else { return }
    send(lines.map { $0.rendered(colour: usesColour) }.joined(separator: "\n"))
  }

  /// Draws the picture in a PNG file, where the terminal takes pictures; one that can't be read is left out.
  package func print(picture file: URL) {
    let margin = String(repeating: " ", count: MarkdownRenderer.margin)
    guard pictures != .none, let picture = try? TerminalPicture(file, isInTmux: isInTmux),
      let text = picture.text(by: pictures, columns: measure - 2 * margin.count)
    else { return }
    let lines = margin + text.replacing("\n", with: "\n\(margin)")
    hasStatus.withLock { hasStatus in
      write((hasStatus ? Self.clearLine : "") + lines + "\n")
      hasStatus = false
    }
  }

  /// Prints one line on standard error.
  public func printError(_ line: String) {
    hasStatus.withLock { hasStatus in
      if isInteractive { write(Self.clearLine) }  // a status, a prompt, or the ^C that the terminal echoes
      writeError(line.onOneLine + "\n")
      hasStatus = false
    }
  }

  /// Replaces the last line, on an interactive terminal, by `line`; nil clears it.
  package func status(_ line: [Span]?) {
    guard isInteractive else { return }
    hasStatus.withLock { hasStatus in
      guard line != nil || hasStatus else { return }
      write(Self.clearLine + (line?.rendered(colour: usesColour) ?? ""))
      hasStatus = line != nil
    }
  }

  /// Shows `prompt` and waits for Enter, if there is someone to press it; the prompt disappears afterwards.
  package func pause(_ prompt: String) {
    guard isInteractive && acceptsInput else { return }
    write([Span(prompt, .quiet)].rendered(colour: usesColour))
    let answered = read() != nil
    write(answered ? "\u{1B}[1A" + Self.clearLine : Self.clearLine)
  }

  private static let clearLine = "\r\u{1B}[K"
}

extension Terminal {
  /// Shows `prompt` and waits for a key, or for a line where no single key can be read, as in a pipe.
  ///
  /// An empty line is the newline; nil means that there is no more input.
  package func key(_ prompt: String) -> Character? {
    write([Span(prompt, .strong)].rendered(colour: usesColour))
    if acceptsInput, let pressedKey {
      let key = pressedKey()
      write((key.map { $0.isLetter || $0.isNumber ? String($0) : "" } ?? "") + "\n")
      return key
    }
    let line = read()
    // What comes through a pipe is not seen unless it is shown here.
    if line == nil || !acceptsInput { write((line ?? "").onOneLine.trimmed + "\n") }
    return line.map { $0.first { !$0.isWhitespace } ?? "\n" }
  }

  /// Prints Markdown as a lesson's prose is printed.
  package func print(markdown: String) {
    let renderer = MarkdownRenderer(width: measure, codeWidth: width, hasStyles: usesColour)
    print(renderer.lines(markdown))
  }
}
