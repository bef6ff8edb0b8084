import Dispatch
import Synchronization

/// Shows how far work is and how long the rest will take, from its second second on.
///
/// On an interactive terminal it is a line that is redrawn ten times a second at most and disappears at the end; in a
/// pipe it is a plain line at each tenth of the way. Nested progress is shown at its own level, the inner one first.
package final class ProgressDisplay: Sendable {
  private struct Level {
    let label: String
    /// Steps altogether, or nil for work of unknown length.
    let count: Int?
    let start: Double
    /// Steps that had been done before, whose time is not known.
    let doneBefore: Int
    var done: Int
    var note = ""
    var shownTenth = 0
  }

  private struct State {
    var levels: [Level] = []
    var lastDrawn = -Double.infinity
  }

  private let terminal: Terminal
  private let language: Language
  private let state = Mutex(State())
  /// What is not shown at all: work of less than this many seconds.
  private static let patience = 1.0

  package init(terminal: Terminal, language: Language) {
    self.terminal = terminal
    self.language = language
  }

  /// Starts showing work of `count` steps, or of unknown length, some of which may have been done before.
  package func begin(_ label: String, count: Int?, done: Int = 0) {
    let now = terminal.now
    state.withLock {
      $0.levels.append(
        Level(
          label: label, count: count, start: now, doneBefore: done, done: done,
          shownTenth: done * 10 / max(1, count ?? 1)))
    }
  }

  /// Some steps of the innermost work are done.
  package func step(_ note: String = "", by count: Int = 1) {
    state.withLock { state in
      guard let last = state.levels.indices.last else { return }
      state.levels[last].done += count
      state.levels[last].note = note
      if terminal.isInteractive {
        draw(&state)
      } else {
        printTenth(&state.levels[last])
      }
    }
  }

  /// The innermost work is over.
  package func end() {
    state.withLock { state in
      guard state.levels.popLast() != nil else { return }
      terminal.status(nil)
      state.lastDrawn = -Double.infinity
    }
  }

  /// All work is over, as after an error.
  package func endAll() {
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
    terminal.status(line(level, elapsed: now - level.start, width: terminal.width))
  }

  private func printTenth(_ level: inout Level) {
    let elapsed = terminal.now - level.start
    guard let count = level.count, count > 0, elapsed >= Self.patience else { return }
    let tenth = level.done * 10 / count
    guard tenth > level.shownTenth else { return }
    level.shownTenth = tenth
    let note = level.note.isEmpty ? "" : "  \(level.note)"
    terminal.print("  \(level.label): \(level.done)/\(count)  \(times(level, elapsed))\(note)")
  }

  /// Such as `Training  ━━━━━━━━━━━━──────────  12/40  0:07, 0:16 left  loss 0.31`.
  private func line(_ level: Level, elapsed: Double, width: Int) -> [Span] {
    var tail = times(level, elapsed)
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
    return Self.cut(line, to: width - 1)
  }

  /// The line without what goes beyond `width`, since a line that wraps can't be redrawn.
  private static func cut(_ line: [Span], to width: Int) -> [Span] {
    wrap(line.map { Span($0.text.replacing(" ", with: "\u{A0}"), $0.style) }, width: width)[0]
      .map { Span($0.text.replacing("\u{A0}", with: " "), $0.style) }
  }

  /// The time that has gone by and, while there is more to do, what the rest will take if it goes on like this.
  private func times(_ level: Level, _ elapsed: Double) -> String {
    let steps = level.done - level.doneBefore
    guard let count = level.count, steps > 0, level.done < count else { return Self.clock(elapsed) }
    let left = Self.clock((elapsed / Double(steps) * Double(count - level.done)).rounded(.up))
    return "\(Self.clock(elapsed)), " + (language == .en ? "\(left) left" : "sisa \(left)")
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
