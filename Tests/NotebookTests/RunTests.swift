import Foundation
import Imaging
import Synchronization
import Testing

@testable import Notebook

@Suite("Running a lesson")
struct RunTests {
  @Test("a piped run prints prose, source, figures and claims in order, without colours, redraws and pauses")
  func piped() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let capture = Capture()
    let printed = try toy.run(on: capture).printed
    #expect(!printed.contains("\u{1B}") && !printed.contains("\r") && capture.pauses == 0)
    var rest = printed[...]
    for part in [
      "A toy\n=====", "Before anything", "Measuring\n---------", "page.measure(\"accuracy\"",
      "The accuracy is 83.5\u{A0}% of 12,500.", "func draw", "Figure 1  Grey", "Grey at 83.5\u{A0}% [sure]",
      "03-toy/grey.png", "✓ High | sure", "92.0\u{A0}± 1.6\u{A0}%  holds  wanted: at least 90.0\u{A0}%, 95\u{A0}%",
      "interval 90.0–94.0\u{A0}%", "5\u{A0}seeds", "✗ Low",
      "That was all.", "✗ 1 of 2 claims hold, 1 fails\n  1 figure, report.md, report.html and report.ipynb in",
      "\n  0.0\u{A0}s\n",
    ] {
      let range = try #require(rest.range(of: part), "\(part) after what went before")
      rest = rest[range.upperBound...]
    }
  }

  @Test("the same run in Indonesian has Indonesian words and numbers")
  func indonesian() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let printed = try toy.run(.id).printed
    for part in [
      "Akurasinya 83,5% dari 12.500.", "Gambar 1  Abu-abu", "Abu-abu pada 83,5% [yakin]",
      "terbukti  syarat: paling sedikit 90,0%, selang 95%", "✗ 1 dari 2 klaim terbukti",
    ] {
      #expect(printed.contains(part), "\(part)")
    }
  }

  @Test("an interactive run pauses before each section but not before the first words, unless told not to")
  func pauses() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let capture = Capture(isInteractive: true, usesColour: true)
    let printed = try toy.run(on: capture).printed
    #expect(capture.pauses == 2)
    #expect(printed.contains("Press Enter to go on") && printed.contains("\u{1B}[1m83.5"))
    let silent = Capture(isInteractive: true)
    _ = try toy.run(on: silent) { $0.pauses = false }
    #expect(silent.pauses == 0)
  }

  @Test("the result has the claims, figures, values and reports of the run")
  func result() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let result = try toy.run { $0.seed = 40 }.result
    #expect(result.claims.map(\.verdict) == [.holds, .fails] && result.failedClaims.map(\.id) == ["low"])
    #expect(result.figures.map(\.fileName) == ["grey.png"])
    #expect(result.measurements["measure.pictures"]?.text(in: .en) == "12,500")
    #expect(result.measurements["draw.claim.high"]?.text(in: .en) == "92.0\u{A0}± 1.6\u{A0}%")
    #expect(result.report.seeds == [40, 41, 42, 43, 44])
    let files = try FileManager.default.contentsOfDirectory(atPath: result.folder.path).sorted()
    #expect(files == ["grey.png", "report.html", "report.ipynb", "report.md"])
  }

  @Test("an error in a cell ends the run with one line that names lesson and cell")
  func cellError() throws {
    struct Broken: Error, CustomStringConvertible { let description = "the network\nis gone" }
    let toy = try ToyLesson { _ in throw Broken() }
    defer { toy.remove() }
    let error = #expect(throws: NotebookError.self) { try toy.run() }
    #expect(error?.description == "lesson toy, cell draw: the network is gone")
    #expect(error?.message.id == "pelajaran toy, sel draw: the network is gone")
  }

  static let mistakes: [(expected: String, cell: @Sendable (Page) throws -> Void)] = [
    (
      "the name draw.a is used twice",
      {
        $0.measure("a", 1)
        $0.measure("a", 2)
      }
    ),
    ("claim high rests on 4 values", { $0.claim("high", [1.0, 2, 3, 4], .atLeast(0)) }),
    (
      "the name high is used twice",
      {
        $0.claim("high", [1.0, 2, 3, 4, 5], .atLeast(0))
        $0.claim("high", [1.0, 2, 3, 4, 5], .atLeast(0))
      }
    ),
    ("lesson.*.md: claim x has no words there", { $0.claim("x", [1.0, 2, 3, 4, 5], .atLeast(0)) }),
    ("lesson.en.md: figure f has no words there", { try $0.figure("f", GreyChart()) }),
    (
      "the name grey is used twice",
      {
        try $0.figure("grey", GreyChart())
        try $0.figure("grey", GreyChart())
      }
    ),
  ]

  @Test("a mistake in a cell ends the run with one line", arguments: mistakes.indices)
  func mistakeInCell(row: Int) throws {
    let toy = try ToyLesson(draw: Self.mistakes[row].cell)
    defer { toy.remove() }
    let error = #expect(throws: NotebookError.self) { try toy.run() }
    #expect(error?.description.hasPrefix("lesson toy, cell draw: \(Self.mistakes[row].expected)") == true)
  }

  static let wrongTexts: [(from: String, to: String, expected: String)] = [
    ("cell: draw", "cell: drow", "lesson.en.md:18: no cell named drow"),
    ("<!-- cell: draw -->", "", "lesson.en.md:19: no figure named grey"),
    ("<!-- cell: draw -->", "<!-- cell: draw -->\n<!-- cell: draw -->", "lesson.en.md: cell draw has two places"),
    (
      "That was", "<!-- figure: gray\ntitle: t\nalt: a\n-->\nThat was",
      "lesson.en.md:31: no figure named gray"
    ),
    ("That was", "<!-- claim: x\nX.\n-->\nThat was", "lesson.en.md:31: no claim named x"),
    ("measure.pictures", "measure.picture", "lesson.en.md:14: no value named measure.picture has"),
    ("Before", "{{measure.accuracy}}", "lesson.en.md:8: no value named measure.accuracy has been measured by here"),
    ("alt: Grey at {{measure.accuracy}} [sure]", "", "lesson toy, cell draw: lesson.en.md: figure grey has no words"),
    ("title: Grey", "", "lesson toy, cell draw: lesson.en.md: figure grey has no words"),
    (
      "caption: Every", "caption: {{draw.x}}",
      "lesson toy, cell draw: figure grey: no value named draw.x has been measured by here"
    ),
    ("High | sure", "", "lesson toy, cell draw: lesson.*.md: claim high has no words there"),
  ]

  @Test("a place or value that doesn't exist is refused with file, line and name", arguments: wrongTexts.indices)
  func wrongText(row: Int) throws {
    let (from, to, expected) = Self.wrongTexts[row]
    let toy = try ToyLesson(english: ToyLesson.text(.en).replacing(from, with: to))
    defer { toy.remove() }
    let error = #expect(throws: NotebookError.self) { try toy.run() }
    #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }

  @Test("a cell without source is refused before anything runs")
  func missingSource() throws {
    let toy = try ToyLesson(source: "// cell: measure\nfunc measure() {}")
    defer { toy.remove() }
    let capture = Capture()
    #expect(throws: NotebookError.self) { try toy.run(on: capture) }
    #expect(capture.text == "")
  }

  @Test("a missing text is one line that names the file")
  func missingText() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    try FileManager.default.removeItem(at: toy.lesson.textFile(.id))
    let error = #expect(throws: NotebookError.self) { try toy.run(.id) }
    #expect(error?.description.contains("lesson.id.md: there is no such file") == true)
  }

  @Test("a lesson on own material reads its own texts and writes into its own folder, and does not say that it goes on")
  func ownMaterial() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    for language in Language.allCases {
      let text = ToyLesson.text(language).replacing(language == .en ? "A toy" : "Mainan", with: "Own")
      try Data(text.utf8).write(to: toy.folder.appendingPathComponent("own.\(language.rawValue).md"))
    }
    let own = Lesson(onOwnMaterialFor: toy.lesson) {
      [Cell("measure", ToyLesson.measure), Cell("draw", ToyLesson.draw)]
    }
    #expect(own.isOnOwnMaterial && !toy.lesson.isOnOwnMaterial)

    let capture = Capture()
    let result = try own.run(on: capture.terminal, options: RunOptions(output: toy.output))
    #expect(capture.text.contains("Own\n===") && !capture.text.contains("A toy"))
    #expect(result.folder.lastPathComponent == "03-toy-own" && result.report.title == "Own")
    #expect(try own.problems(after: result) == [])

    let text = Mutex("")
    let ending = Terminal(write: { piece in text.withLock { $0 += piece } }, read: { nil })
    _ = try own.step(on: ending, from: nil, options: RunOptions(output: toy.output)) { _ in }
    #expect(text.withLock { $0.contains("The same command begins at the beginning again.") })
  }

  @Test("what goes wrong in making the cells is said before any folder is made")
  func cellsFirst() throws {
    struct Missing: Error {}
    let toy = try ToyLesson()
    defer { toy.remove() }
    let lesson = Lesson(onOwnMaterialFor: toy.lesson) { throw Missing() }
    #expect(throws: Missing.self) { try lesson.run(on: Capture().terminal, options: RunOptions(output: toy.output)) }
    #expect(!FileManager.default.fileExists(atPath: toy.output.path))
  }
}
