import Testing

@testable import Notebook

@Suite("Progress")
struct ProgressTests {
  @Test("work of less than a second shows nothing", arguments: [true, false])
  func quick(isInteractive: Bool) {
    let capture = Capture(isInteractive: isInteractive)
    let display = ProgressDisplay(terminal: capture.terminal, language: .en)
    display.begin("Training", count: 3)
    for _ in 0..<3 {
      capture.advance(0.3)
      display.step("")
    }
    display.end()
    #expect(capture.text == "")
  }

  @Test("in a pipe there is a plain line for each tenth at most", arguments: [1, 7, 10, 1000])
  func piped(count: Int) {
    let capture = Capture()
    let display = ProgressDisplay(terminal: capture.terminal, language: .en)
    display.begin("Training", count: count)
    for _ in 0..<count {
      capture.advance(2)
      display.step("loss 0.5")
    }
    display.end()
    let lines = capture.text.split(separator: "\n")
    #expect(lines.count == min(count, 10))
    #expect(lines.last?.hasPrefix("  Training: \(count)/\(count)  ") == true)
    #expect(!capture.text.contains("\u{1B}") && !capture.text.contains("\r"))
  }

  @Test("on a terminal a bar is redrawn within the width, with the time, and cleared", arguments: [20, 40, 80, 120])
  func bar(width: Int) {
    let capture = Capture(isInteractive: true, width: width)
    let display = ProgressDisplay(terminal: capture.terminal, language: .en)
    display.begin("Pelatihan", count: 40)
    for _ in 0..<40 {
      capture.advance(2)
      display.step("loss 0.31")
    }
    display.end()
    let frames = capture.text.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false).map(String.init)
    #expect(frames.count == 42 && frames.last == "")
    for frame in frames { #expect(frame.columns < width, "\(frame)") }
    #expect(!capture.text.contains("\n"))
    if width >= 80 {
      #expect(
        frames[20] == "  Pelatihan  " + String(repeating: "━", count: 14) + String(repeating: "─", count: 14)
          + "  20/40  0:40, 0:40 left  loss 0.31")
    }
  }

  @Test("what was done before takes no part in the time that is left")
  func resumed() {
    let capture = Capture()
    let display = ProgressDisplay(terminal: capture.terminal, language: .id)
    display.begin("Gambar", count: 100, done: 60)
    capture.advance(5)
    display.step(by: 10)
    #expect(capture.text == "  Gambar: 70/100  0:05, sisa 0:15\n")
  }

  @Test("it isn't redrawn more often than ten times a second")
  func rate() {
    let capture = Capture(isInteractive: true)
    let display = ProgressDisplay(terminal: capture.terminal, language: .en)
    display.begin("x", count: 1000)
    capture.advance(1)
    for _ in 0..<1000 {
      capture.advance(0.001)
      display.step("")
    }
    #expect((9...11).contains(capture.text.split(separator: "\r").count))
  }

  @Test("a loop left early, and one within another, end with their cell")
  func nested() throws {
    let toy = try ToyLesson { page in
      for outer in page.progress("outer", over: [1, 2, 3]) {
        for inner in page.progress("inner", over: [1, 2, 3]) where inner == 2 { break }
        if outer == 2 { break }
      }
      let sum = page.progress("sum", count: 2) { tick in
        tick()
        tick("half")
        return 7
      }
      #expect(sum == 7)
      try ToyLesson.draw(page)
    }
    defer { toy.remove() }
    #expect(try toy.run().result.claims.count == 2)
  }
}
