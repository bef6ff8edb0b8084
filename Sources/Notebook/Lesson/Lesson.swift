import Foundation

/// A lesson: a folder with its text in both languages, and the cells that the text places.
///
/// ```swift
/// extension Lesson {
///   public static let idealImage = Lesson(
///     id: "ideal-image", number: 7,
///     title: Phrase(en: "The ideal cat", id: "Kucing ideal"),
///     summary: Phrase(en: "Gradient descent on the pixels.", id: "Penurunan gradien pada piksel."),
///     file: #filePath
///   ) {
///     let cells = IdealImageCells()
///     return [Cell("real-pictures", cells.realPictures), Cell("variation", cells.variation)]
///   }
/// }
/// ```
public struct Lesson: Sendable {
  /// The name that never changes, such as `ideal-image`.
  public let id: String
  /// The place in the course, for the reader only.
  public let number: Int
  public let title: Phrase
  /// One line for the list of lessons.
  public let summary: Phrase
  /// Where its texts lie.
  public let folder: URL
  /// What its texts are called before the language: `lesson` in lesson.en.md, `own` in own.en.md.
  public let textName: String
  /// The Swift file whose cells are shown.
  public let sourceFile: URL
  /// Whether the reader can give it a picture of their own, which it then works with.
  public let takesPicture: Bool
  /// Makes the cells for one run; they share state through one object.
  public let makeCells: @Sendable () throws -> [Cell]

  /// A lesson whose text lies beside the Swift file `file`, which is `#filePath`.
  public init(
    id: String, number: Int, title: Phrase, summary: Phrase, file: String, takesPicture: Bool = false,
    makeCells: @escaping @Sendable () throws -> [Cell]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.summary = summary
    sourceFile = URL(fileURLWithPath: file)
    folder = sourceFile.deletingLastPathComponent()
    textName = "lesson"
    self.takesPicture = takesPicture
    self.makeCells = makeCells
  }

  /// The same lesson on material of the reader's own: with the texts `own.en.md` and `own.id.md` beside the Swift file `file`,
  /// which is `#filePath`, and with cells of its own.
  ///
  /// What it claims was not known of that material when it was written: a claim that doesn't hold is a finding.
  public init(
    onOwnMaterial lesson: Lesson, title: Phrase, file: String, makeCells: @escaping @Sendable () throws -> [Cell]
  ) {
    id = lesson.id
    number = lesson.number
    self.title = title
    summary = lesson.summary
    sourceFile = URL(fileURLWithPath: file)
    folder = sourceFile.deletingLastPathComponent()
    textName = "own"
    takesPicture = lesson.takesPicture
    self.makeCells = makeCells
  }

  /// Whether it works on material of the reader's own, so that its claims are predictions.
  public var isOnOwnMaterial: Bool { textName == "own" }

  /// The name of its folder of results, such as `07-ideal-image`, or `07-ideal-image-own` on material of the reader's own.
  public var folderName: String {
    (number < 10 ? "0" : "") + "\(number)-\(id)" + (isOnOwnMaterial ? "-own" : "")
  }

  /// The file with its text in `language`.
  public func textFile(_ language: Language) -> URL {
    folder.appendingPathComponent("\(textName).\(language.rawValue).md")
  }

  /// Its text in `language`.
  package func text(_ language: Language) throws(NotebookError) -> LessonText {
    let file = textFile(language)
    return LessonText(try read(file), file: file.lastPathComponent)
  }

  /// The source of the cell as the reader sees it, read on each run from the file or one beside it that goes on with it:
  /// `IdealImage.swift`, `IdealImage+Views.swift`.
  package func source(ofCell id: String) throws(NotebookError) -> String {
    var text = try read(sourceFile)
    for file in facets { text += "\n" + (try read(file)) }
    return try CellSource(file: sourceFile, text: text).declaration(ofCell: id)
  }

  /// The files whose names are that of the lesson's, a plus sign and more, in the order of their names.
  private var facets: [URL] {
    let stem = sourceFile.deletingPathExtension().lastPathComponent + "+"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let facets = names.filter { $0.hasPrefix(stem) && $0.hasSuffix(".swift") }
    return facets.sorted().map { folder.appendingPathComponent($0) }
  }

  /// The text of one of its files.
  func read(_ file: URL) throws(NotebookError) -> String {
    do {
      return try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
    } catch {
      let exists = FileManager.default.fileExists(atPath: file.path)
      throw .unreadable(file, because: exists ? "it is not UTF-8 text" : "there is no such file")
    }
  }
}

/// A step of a lesson: a name and what it does.
public struct Cell {
  /// The name that the text and the `// cell:` line give it.
  public let id: String
  /// What it does; it hands its figures, values and claims to the page.
  public let run: (Page) throws -> Void

  /// A cell from its name and what it does.
  public init(_ id: String, _ run: @escaping (Page) throws -> Void) {
    self.id = id
    self.run = run
  }
}
