import Dispatch
import Synchronization

/// Shows how far the running cell is, from its second second on.
///
/// On an interactive terminal it is a line that is redrawn ten times a second at most and disappears at the end; in a
/// pipe it is a plain line at each tenth of the way. Nested progress is shown at its own level, the inner one first.
final class ProgressDisplay: Sendable {
  private struct Level {
    let label: String
    /// Steps altogether, or nil for work of unknown length.
    let count: Int?
    let start: Double
    var done = 0
    var note = ""
    var shownTenth = 0
  }

  private struct State {
    var levels: [Level] = []
    var lastDrawn = -Double.infinity
  }

  private let terminal: Terminal
  private let state = Mutex(State())
  /// What is not shown at all: work of less than this many seconds.
  private static let patience = 1.0

  init(terminal: Terminal) {
    self.terminal = terminal
  }

  /// Starts showing work of `count` steps, or of unknown length.
  func begin(_ label: String, count: Int?) {
    let now = terminal.now
    state.withLock { $0.levels.append(Level(label: label, count: count, start: now)) }
  }

  /// One step of the innermost work is done.
  func step(_ note: String) {
    state.withLock { state in
      guard let last = state.levels.indices.last else { return }
      state.levels[last].done += 1
      state.levels[last].note = note
      if terminal.isInteractive {
        draw(&state)
      } else {
        printTenth(&state.levels[last])
      }
    }
  }

  /// The innermost work is over.
  func end() {
    state.withLock { state in
      guard state.levels.popLast() != nil else { return }
      terminal.status(nil)
      state.lastDrawn = -Double.infinity
    }
  }

  /// All work is over, as after an error.
  func endAll() {
    state.withLock { $0.levels = [] }
    terminal.status(nil)
  }

  /// Redraws the line, so that the time goes on between steps.
  func refresh() {
    state.withLock { draw(&$0) }
  }

  private func draw(_ state: inout State) {
    let now = terminal.now
    guard let level = state.levels.last, now - level.start >= Self.patience, now - state.lastDrawn >= 0.1 else {
      return
    }
    state.lastDrawn = now
    terminal.status(Self.line(level, elapsed: now - level.start, width: terminal.width))
  }

  private func printTenth(_ level: inout Level) {
    let elapsed = terminal.now - level.start
    guard let count = level.count, count > 0, elapsed >= Self.patience else { return }
    let tenth = level.done * 10 / count
    guard tenth > level.shownTenth else { return }
    level.shownTenth = tenth
    let note = level.note.isEmpty ? "" : "  \(level.note)"
    terminal.print("  \(level.label): \(level.done)/\(count)  \(Self.clock(elapsed))\(note)")
  }

  /// Such as `Training  ━━━━━━━━━━━━──────────  12/40  0:07  loss 0.31`.
  private static func line(_ level: Level, elapsed: Double, width: Int) -> [Span] {
    var tail = clock(elapsed)
    var bar: [Span] = []
    if let count = level.count {
      tail = "\(level.done)/\(count)  " + tail
      let room = min(28, width - 8 - level.label.columns - tail.columns)
      if room >= 6 {
        let full = count > 0 ? min(room, level.done * room / count) : room
        bar = [
          Span(String(repeating: "━", count: full), .code),
          Span(String(repeating: "─", count: room - full) + "  ", .quiet),
        ]
      }
    }
    if !level.note.isEmpty { tail += "  " + level.note }
    let line = [Span("  \(level.label)  ")] + bar + [Span(tail, .quiet)]
    return cut(line, to: width - 1)
  }

  /// The line without what goes beyond `width`, since a line that wraps can't be redrawn.
  private static func cut(_ line: [Span], to width: Int) -> [Span] {
    wrap(line.map { Span($0.text.replacing(" ", with: "\u{A0}"), $0.style) }, width: width)[0]
      .map { Span($0.text.replacing("\u{A0}", with: " "), $0.style) }
  }

  /// Minutes and seconds: `0:07`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
  }
}

extension ProgressDisplay {
  /// Runs `body` while the line is redrawn in the background, on a terminal.
  func animated<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    guard terminal.isInteractive else { return try body() }
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    timer.schedule(deadline: .now() + Self.patience, repeating: 0.2)
    timer.setEventHandler { [self] in refresh() }
    timer.activate()
    defer { timer.cancel() }
    return try body()
  }
}
