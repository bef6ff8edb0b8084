import Foundation
import Imaging
import Synchronization

@testable import Notebook

/// A lesson in a temporary folder: two cells, a figure, a claim that holds and one that doesn't.
struct ToyLesson {
  let folder: URL
  let lesson: Lesson
  var output: URL { folder.appendingPathComponent("output") }

  static let source = #"""
    final class ToyCells {
      // cell: measure
      func measure(_ page: Page) throws {
        page.measure("accuracy", 0.835, as: .percent)
      }

      // cell: draw
      func draw(_ page: Page) throws {
        for shade in [Float(0), 1] { print("{ \(shade) }") }
      }
    }
    """#

  static func text(_ language: Language) -> String {
    let words: [Phrase] = [
      Phrase(en: "A toy", id: "Mainan"),
      Phrase(en: "Before anything is measured.", id: "Sebelum apa pun diukur."),
      Phrase(en: "Measuring", id: "Mengukur"),
      Phrase(en: "The accuracy is **{{measure.accuracy}}** of", id: "Akurasinya **{{measure.accuracy}}** dari"),
      Phrase(en: "Drawing", id: "Menggambar"),
      Phrase(en: "That was all.", id: "Sekian."),
    ]
    let word = words.map { $0(language) }
    return """
      # \(word[0])

      \(word[1])

      ## \(word[2])

      <!-- cell: measure -->

      \(word[3]) {{measure.pictures}}.

      ## \(word[4])

      <!-- cell: draw -->
      <!-- figure: grey -->
      <!-- claims -->

      \(word[5])
      """
  }

  /// A toy whose texts, source and drawing cell can be replaced.
  init(
    english: String = Self.text(.en), indonesian: String = Self.text(.id), source: String = Self.source,
    folder: URL = Self.newFolder(), draw: @escaping @Sendable (Page) throws -> Void = Self.draw
  ) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(english.utf8).write(to: folder.appendingPathComponent("lesson.en.md"))
    try Data(indonesian.utf8).write(to: folder.appendingPathComponent("lesson.id.md"))
    let file = folder.appendingPathComponent("Toy.swift")
    try Data(source.utf8).write(to: file)
    lesson = Lesson(
      id: "toy", number: 3, title: Phrase(en: "A toy", id: "Mainan"), summary: Phrase("toy"), file: file.path
    ) {
      [Cell("measure", Self.measure), Cell("draw", draw)]
    }
  }

  /// A name for a folder that isn't there yet.
  static func newFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("alih-toy-\(UUID().uuidString)")
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the toy and gives its result with what was printed.
  func run(
    _ language: Language = .en, on capture: Capture = Capture(), options change: (inout RunOptions) -> Void = { _ in }
  ) throws -> (result: LessonResult, printed: String) {
    var options = RunOptions(language: language, output: output)
    change(&options)
    let result = try lesson.run(on: capture.terminal, options: options)
    return (result, capture.text)
  }

  static func measure(_ page: Page) throws {
    page.measure("accuracy", 0.835, as: .percent)
    page.measure("pictures", 12_500)
  }

  static func draw(_ page: Page) throws {
    try page.figure(
      "grey", title: Phrase(en: "Grey", id: "Abu-abu"),
      alternative: Phrase(en: "Grey at {{measure.accuracy}} [sure]", id: "Abu-abu pada {{measure.accuracy}} [yakin]"),
      caption: Phrase(en: "Every pixel is alike.", id: "Semua piksel sama."),
      image: Image(width: 3, height: 2, filledWith: 0.5))
    let values: [Float] = [0.91, 0.93, 0.92, 0.90, 0.94]
    page.claim("high", Phrase(en: "High | sure", id: "Tinggi | yakin"), values: values, .atLeast(0.9), as: .percent)
    page.claim("low", Phrase(en: "Low", id: "Rendah"), values: values, .atMost(0.5), as: .percent)
  }
}

/// Collects what is printed.
final class Capture: Sendable {
  private let state = Mutex((output: "", errors: "", time: 0.0, reads: 0))
  private let isInteractive: Bool
  private let usesColour: Bool
  private let width: Int

  init(isInteractive: Bool = false, usesColour: Bool = false, width: Int = 80) {
    self.isInteractive = isInteractive
    self.usesColour = usesColour
    self.width = width
  }

  var terminal: Terminal {
    Terminal(
      isInteractive: isInteractive, acceptsInput: isInteractive, usesColour: usesColour, width: { self.width },
      write: { text in self.state.withLock { $0.output += text } },
      writeError: { text in self.state.withLock { $0.errors += text } },
      read: {
        self.state.withLock { $0.reads += 1 }
        return ""
      },
      clock: { self.state.withLock { $0.time } })
  }

  var text: String { state.withLock { $0.output } }
  var errors: String { state.withLock { $0.errors } }
  /// How often Enter was waited for.
  var pauses: Int { state.withLock { $0.reads } }

  /// Lets the clock that the terminal sees go on.
  func advance(_ seconds: Double) {
    state.withLock { $0.time += seconds }
  }
}
