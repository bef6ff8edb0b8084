import Foundation
import Synchronization
import Testing

@testable import Notebook

/// Cells that need others by type: `two` needs `one`, and `three` needs both; `free` and `end` need none.
@Suite("Cells that work with what others found") struct NeededCellTests {
  private final class Log: Sendable {
    private let names = Mutex([String]())
    var all: [String] { names.withLock { $0 } }
    func add(_ name: String) { names.withLock { $0.append(name) } }
  }

  private static let ids = ["one", "free", "two", "three", "end"]
  private static let source = ids.map { "// cell: \($0)\nfunc \($0)() {}" }.joined(separator: "\n")

  private static func text(after: [String: String]) -> String {
    "---\ntitle: T\nsummary: s\nminutes: 1\n---\n# T\n\n"
      + ids.map { "<!-- cell: \($0) -->\n\(after[$0] ?? "")\n" }.joined(separator: "\n")
  }

  /// Goes through the lesson with these lines, and gives what ran, in order, and what was printed.
  private func stepped(
    _ lines: [String], from cell: String?, after: [String: String] = [:]
  ) throws -> (ran: [String], text: String, result: LessonResult?) {
    let log = Log()
    let text = Self.text(after: after)
    let toy = try ToyLesson(english: text, indonesian: text, source: Self.source) {
      let one = ResultCell("one") { page in
        log.add("one")
        page.measure("value", 1)
        return 20
      }
      let two = ResultCell("two", needing: one) { page, number in
        log.add("two")
        page.measure("value", 2)
        if after["two"]?.contains("figure") == true { try page.figure("f", GreyChart()) }
        return "\(number + 1)"
      }
      let three = Cell("three", needing: two, one) { page, word, number in
        log.add("three")
        page.measure("sum", (Int(word) ?? 0) + number)
      }
      let free = Cell("free") { page in
        log.add("free")
        page.measure("value", 7)
      }
      return [one, free, two, three, Cell("end") { _ in log.add("end") }]
    }
    defer { toy.remove() }
    let state = Mutex((lines: lines, text: ""))
    let terminal = Terminal(
      write: { text in state.withLock { $0.text += text } },
      read: { state.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() } })
    let result = try toy.lesson.step(on: terminal, from: cell, options: RunOptions(output: toy.output)) { _ in }.result
    return (log.all, state.withLock(\.text), result)
  }

  @Test("a cell alone runs exactly the cells whose results it needs by type, and theirs, in order")
  func byType() throws {
    let (ran, text, result) = try stepped(["", "q"], from: "three", after: ["three": "{{three.sum}}"])
    #expect(ran == ["one", "two", "three"] && result == nil)
    #expect(text.contains("since their results are needed: one, two") && text.contains("41"))
    #expect(try stepped(["", "q"], from: "free").ran == ["free"])
  }

  @Test("cells whose values are shown up to the next cell run before it, others do not")
  func byValue() throws {
    #expect(try stepped(["", "q"], from: "two", after: ["two": "{{free.value}}"]).ran == ["one", "free", "two"])
    #expect(try stepped(["", "q"], from: "two", after: ["three": "{{free.value}}"]).ran == ["one", "two"])
  }

  @Test("of a cell that runs without being shown, the words of figures count, and its prose later, when it is shown")
  func hidden() throws {
    let prose = ["two": "So {{free.value}}."]
    let (ran, text, _) = try stepped(["", "b", "b", "", "q"], from: "three", after: prose)
    #expect(ran == ["one", "two", "three"] + ["free"])
    #expect(text.contains("since their results are needed: free") && text.contains("So 7."))
    let shown = try stepped(["b", "", "q"], from: "three", after: prose)
    #expect(shown.ran == ["one", "free", "two"] && shown.text.contains("So 7."))
    let figure = ["two": "<!-- figure: f\ntitle: t\nalt: {{free.value}}\n-->"]
    #expect(try stepped(["", "q"], from: "three", after: figure).ran == ["one", "free", "two", "three"])
  }

  @Test("in a whole run every cell runs once, in the order of the text")
  func whole() throws {
    let (ran, _, result) = try stepped(["", "", "", "", ""], from: nil)
    #expect(ran == Self.ids && result != nil)
  }

  @Test("claims that follow one another become one table of the report; prose between them parts them")
  func claims() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    func tables(_ result: LessonResult) -> [[String]] {
      result.report.blocks.compactMap { if case .claims(let claims) = $0 { claims.map(\.id) } else { nil } }
    }
    #expect(try tables(toy.run().result) == [["high", "low"]])
    let parted = try ToyLesson(
      english: ToyLesson.text(.en).replacing("<!-- claim: low", with: "And\n\n<!-- claim: low"))
    defer { parted.remove() }
    #expect(try tables(parted.run().result) == [["high"], ["low"]])
  }
}
