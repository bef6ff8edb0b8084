import Testing

@testable import Notebook

@Suite("Terminal")
struct TerminalTests {
  private typealias Abilities = Terminal.Abilities

  private func abilities(_ output: Bool, _ input: Bool, _ environment: [String: String]) -> [Bool] {
    let abilities = Abilities(outputIsTerminal: output, inputIsTerminal: input, environment: environment)
    return [abilities.redraws, abilities.pauses, abilities.colours]
  }

  @Test("redrawing, pauses and colours depend on the streams, TERM and NO_COLOR")
  func abilities() {
    let xterm = ["TERM": "xterm-256color"]
    #expect(abilities(true, true, xterm) == [true, true, true])
    #expect(abilities(true, false, xterm) == [true, false, true])
    #expect(abilities(false, true, xterm) == [false, false, false])
    #expect(abilities(true, true, ["TERM": "xterm", "NO_COLOR": "1"]) == [true, true, false])
    #expect(abilities(true, true, ["TERM": "xterm", "NO_COLOR": ""]) == [true, true, true])
    #expect(abilities(true, true, ["TERM": "dumb"]) == [false, false, false])
    #expect(abilities(true, true, [:]) == [false, false, false])
  }

  @Test("COLUMNS gives the width of a pipe", arguments: [("132", 132), ("", 80), ("x", 80), ("-3", 80), ("0", 80)])
  func columns(text: String, expected: Int) {
    let abilities = Abilities(outputIsTerminal: false, inputIsTerminal: false, environment: ["COLUMNS": text])
    #expect(abilities.columns == expected)
  }

  @Test("output replaces a status line, and an error is one line")
  func status() {
    let capture = Capture(isInteractive: true)
    let terminal = capture.terminal
    terminal.status([Span("busy")])
    terminal.print("done")
    terminal.print("more")
    terminal.printError("two\nlines")
    #expect(capture.text == "\r\u{1B}[Kbusy\r\u{1B}[Kdone\nmore\n\r\u{1B}[K")
    #expect(capture.errors == "two lines\n")
  }

  @Test("a line is broken at spaces in a window, and left whole in a pipe")
  func narrow() {
    let line =
      "epoch 3/20: training loss 0.412, accuracy 83.5\u{A0}%; validation loss 0.498, accuracy 80.1\u{A0}%, 7\u{A0}s"
    let (window, pipe) = (Capture(isInteractive: true, width: 40), Capture(width: 40))
    for capture in [window, pipe] { capture.terminal.print(line) }
    let lines = window.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines.allSatisfy { $0.columns <= 40 })
    #expect(lines.flatMap { $0.split(separator: " ") } == line.split(separator: " "))
    #expect(pipe.text == line + "\n")
    let coloured = Capture(isInteractive: true, usesColour: true, width: 20)
    coloured.terminal.print([[Span("twenty columns in all", .strong)]])
    #expect(coloured.text == "\u{1B}[1mtwenty columns in all\u{1B}[0m\n")
  }

  @Test("colours are codes around the text, or nothing")
  func colours() {
    let line = [Span("a", .strong), Span("b")]
    #expect(line.rendered(colour: true) == "\u{1B}[1ma\u{1B}[0mb")
    #expect(line.rendered(colour: false) == "ab")
  }
}
