import Foundation
import Synchronization
import Testing

@testable import Notebook

@Suite("Going through a lesson step by step") struct StepTests {
  /// Goes through the toy with these lines, and gives what was printed, what was noted, and the result.
  private func stepped(
    _ lines: [String], from cell: String? = nil, _ language: Language = .en
  ) throws -> (text: String, moves: [String?], isFinished: Bool, result: LessonResult?) {
    let counter = Counter()
    let toy = try ToyLesson { page in
      counter.add()
      try ToyLesson.draw(page)
    }
    defer { toy.remove() }
    let state = Mutex((lines: lines, text: ""))
    let terminal = Terminal(
      write: { text in state.withLock { $0.text += text } },
      read: { state.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() } })
    var moves: [String?] = []
    let (isFinished, result) = try toy.lesson.step(
      on: terminal, from: cell, options: RunOptions(language: language, output: toy.output)
    ) { moves.append($0) }
    #expect(counter.count <= 1, "a cell ran twice")
    return (state.withLock(\.text), moves, isFinished, result)
  }

  private final class Counter: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
  }

  @Test("Enter after Enter shows what a run shows, and writes the report")
  func toTheEnd() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let whole = try toy.run()
    let (text, moves, isFinished, result) = try stepped(["", ""])
    #expect(isFinished && moves == ["draw", nil])
    #expect(result?.claims.map(\.id) == ["high", "low"])
    #expect(result?.report.blocks.count == whole.result.report.blocks.count)
    for part in [
      "Before anything", "[1/2] measure: Enter runs it", "The accuracy is 83.5", "Figure 1  Grey", "report.md",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("quitting, or the end of the input, says how to go on, and notes where", arguments: [["", "q"], [""]])
  func quitting(lines: [String]) throws {
    let (text, moves, isFinished, result) = try stepped(lines)
    #expect(!isFinished && result == nil && moves.last == "draw")
    #expect(text.contains("Stopped before draw. alih step toy goes on here.") && !text.contains("Figure 1"))
  }

  @Test("going on at a cell runs those before it first, without showing them, and says so")
  func resuming() throws {
    let (text, _, isFinished, result) = try stepped([""], from: "draw")
    #expect(isFinished && result?.figures.count == 1)
    #expect(text.contains("You were at cell 2 of 2, draw.") && text.contains("since their results are needed: measure"))
    #expect(!text.contains("The accuracy is") && text.contains("Grey at 83.5"))
  }

  @Test("a cell that is no more is forgotten, and the lesson begins at its beginning")
  func unknownCell() throws {
    #expect(try stepped(["q"], from: "gone").text.contains("Before anything"))
  }

  @Test("a cell that is gone back to is shown again, not run again")
  func back() throws {
    let (text, moves, isFinished, _) = try stepped(["", "b", "", ""])
    #expect(isFinished && moves == ["draw", "measure", "draw", nil])
    #expect(text.components(separatedBy: "The accuracy is 83.5").count == 3)
    #expect(text.contains("[1/2] measure: Enter shows it again"))
    #expect(try stepped(["b", "q"]).text.contains("This is the first cell."))
  }

  @Test("a cell that was skipped runs as soon as a later one needs it, and not at all after the last")
  func skipping() throws {
    let (text, _, isFinished, result) = try stepped(["s", ""])
    #expect(isFinished && result != nil && text.contains("since their results are needed: measure"))
    let (end, moves, reachedEnd, none) = try stepped(["", "s"])
    #expect(reachedEnd && none == nil && moves.last == .some(nil))
    #expect(end.contains("Some were skipped, so there is no report"))
  }

  @Test("the source is shown without running the cell, and other keys are explained")
  func source() throws {
    let (text, _, _, _) = try stepped(["v", "x", "q"])
    #expect(text.contains("page.measure(\"accuracy\"") && text.contains("Enter, s, v, b or q."))
    #expect(!text.contains("The accuracy is"))
  }

  @Test("the same in Indonesian")
  func indonesian() throws {
    let (text, _, _, _) = try stepped(["x", "q"], .id)
    #expect(text.contains("Enter menjalankannya") && text.contains("Berhenti sebelum measure."))
  }
}
