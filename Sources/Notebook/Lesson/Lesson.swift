import Foundation

/// A lesson: a folder with its text in both languages, and the cells that the text places.
///
/// Its folder's name gives its number and its id, `07-ideal-image`; title and summary stand in the text's front matter.
///
/// ```swift
/// let lesson = Lesson {
///   let cells = try IdealImageCells()
///   let with = ResultCell("with", cells.with)
///   return [Cell("noise", cells.noise), with, Cell("film", needing: with, cells.film)]
/// }
/// ```
public struct Lesson: Sendable {
  /// The name that never changes, such as `ideal-image`.
  public let id: String
  /// The place in the course, for the reader only.
  public let number: Int
  /// Where its texts and its cells lie.
  public let folder: URL
  /// What its texts are called before the language: `lesson` in lesson.en.md, `own` in own.en.md.
  public let textName: String
  /// Whether the reader can give it a picture of their own, which it then works with.
  public let takesPicture: Bool
  /// Makes the cells for one run.
  public let makeCells: @Sendable () throws -> [Cell]

  /// A lesson whose text lies beside the Swift file `file`.
  public init(
    file: String = #filePath, takesPicture: Bool = false, makeCells: @escaping @Sendable () throws -> [Cell]
  ) {
    self.init(file: file, textName: "lesson", takesPicture: takesPicture, makeCells: makeCells)
  }

  /// The same lesson on material of the reader's own: with the texts `own.en.md` and `own.id.md`, and the cells made for it.
  ///
  /// What it claims was not known of that material when it was written: a claim that doesn't hold is a finding.
  public init(onOwnMaterialFor lesson: Lesson, makeCells: @escaping @Sendable () throws -> [Cell]) {
    id = lesson.id
    number = lesson.number
    folder = lesson.folder
    textName = "own"
    takesPicture = lesson.takesPicture
    self.makeCells = makeCells
  }

  private init(
    file: String, textName: String, takesPicture: Bool, makeCells: @escaping @Sendable () throws -> [Cell]
  ) {
    folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let name = folder.lastPathComponent.split(separator: "-", maxSplits: 1)
    guard name.count == 2, let number = Int(name[0]) else {
      preconditionFailure(
        "a lesson's folder has a number and an id, as 07-ideal-image, not \(folder.lastPathComponent)")
    }
    (self.number, id) = (number, String(name[1]))
    self.textName = textName
    self.takesPicture = takesPicture
    self.makeCells = makeCells
  }

  /// Whether it works on material of the reader's own, so that its claims are predictions.
  public var isOnOwnMaterial: Bool { textName == "own" }

  /// The name of its folder of results, such as `07-ideal-image`, or `07-ideal-image-own` on material of the reader's own.
  public var folderName: String { folder.lastPathComponent + (isOnOwnMaterial ? "-own" : "") }

  /// The file with its text in `language`.
  public func textFile(_ language: Language) -> URL {
    folder.appendingPathComponent("\(textName).\(language.rawValue).md")
  }

  /// Its title; its id where there is no text.
  public func title(_ language: Language) -> String { (try? matter(language))?.title ?? id }

  /// One line for the list of lessons; empty where there is no text.
  public func summary(_ language: Language) -> String { (try? matter(language))?.summary ?? "" }

  /// What its text in `language` says of itself: title, summary, minutes, what it builds on.
  public func matter(_ language: Language) throws(NotebookError) -> FrontMatter { try text(language).matter }

  /// Its text in `language`.
  package func text(_ language: Language) throws(NotebookError) -> LessonText { try text(language, named: textName) }

  private func text(_ language: Language, named name: String) throws(NotebookError) -> LessonText {
    let file = folder.appending(path: "\(name).\(language.rawValue).md")
    return LessonText(try readText(file), file: file.lastPathComponent)
  }

  /// The words of its texts, and those of the glossary beside its folder, where there is one; on own material, the lesson's
  /// own terms are known as well.
  func wording() throws(NotebookError) -> Wording {
    var texts: [Language: LessonText] = [:]
    var terms: [Language: [String: String]] = [:]
    var glossaries: [Language: Glossary] = [:]
    let course = folder.deletingLastPathComponent()
    for language in Language.allCases {
      let own = try text(language)
      texts[language] = own
      let usual = isOnOwnMaterial ? try text(language, named: "lesson").terms : [:]
      terms[language] = usual.merging(own.terms) { _, own in own }
      let page = course.appending(path: "glossary.\(language.rawValue).md")
      if FileManager.default.fileExists(atPath: page.path) { glossaries[language] = try Glossary(in: course, language) }
    }
    return Wording(texts: texts, terms: terms, glossaries: glossaries)
  }

  /// The sources of its cells, read on each run: all Swift files in its folder but those of the exercises.
  package func sources() throws(NotebookError) -> LessonSource { try LessonSource(in: folder) }
}
