import Charts
import Foundation
import Imaging

@testable import Notebook

/// A lesson in a temporary folder: two cells, a figure, a claim that holds and one that doesn't.
struct ToyLesson {
  let folder: URL
  let lesson: Lesson
  /// Where the lesson's folder lies, and a glossary.
  var course: URL { folder.deletingLastPathComponent() }
  var output: URL { course.appendingPathComponent("output") }

  /// A toy whose texts, sources and cells can be replaced.
  init(
    english: String = Self.text(.en), indonesian: String = Self.text(.id), source: String = Self.source,
    glossary: String? = nil, folder: URL = Self.newFolder(), cells: @escaping @Sendable () throws -> [Cell]
  ) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(english.utf8).write(to: folder.appendingPathComponent("lesson.en.md"))
    try Data(indonesian.utf8).write(to: folder.appendingPathComponent("lesson.id.md"))
    let file = folder.appendingPathComponent("Toy.swift")
    try Data(source.utf8).write(to: file)
    lesson = Lesson(file: file.path, makeCells: cells)
    guard let glossary else { return }
    for language in Language.allCases {
      try Data(glossary.utf8).write(to: course.appending(path: "glossary.\(language.rawValue).md"))
    }
  }

  /// A toy whose texts, source and drawing cell can be replaced.
  init(
    english: String = Self.text(.en), indonesian: String = Self.text(.id), source: String = Self.source,
    folder: URL = Self.newFolder(), draw: @escaping @Sendable (Page) throws -> Void = Self.draw
  ) throws {
    try self.init(english: english, indonesian: indonesian, source: source, folder: folder) {
      [Cell("measure", Self.measure), Cell("draw", draw)]
    }
  }

  /// A name for a lesson's folder that isn't there yet, in a folder that isn't either.
  static func newFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("alih-toy-\(UUID().uuidString)/03-toy")
  }

  func remove() {
    try? FileManager.default.removeItem(at: course)
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
    let values: [Float] = [0.91, 0.93, 0.92, 0.90, 0.94]
    page.claim("high", values, .atLeast(0.9), as: .percent)
    page.claim("low", values, .atMost(0.5), as: .percent)
    try page.figure("grey", GreyChart())
  }
}

/// A chart of a few grey pixels.
struct GreyChart: Chart {
  var title = ""
  var style = ChartStyle.standard
  func image() -> Image { Image(width: 3, height: 2, filledWith: 0.5) }
}

extension ToyLesson {
  /// A page of the lesson, outside of any run.
  func page(_ language: Language) throws -> Page {
    let terminal = Capture().terminal
    return Page(
      lesson: lesson, wording: try lesson.wording(), language: language, seeds: [1, 2, 3, 4, 5], readersPicture: nil,
      output: try OutputFolder(output), display: ProgressDisplay(terminal: terminal, language: language))
  }
}
