import Foundation
import Notebook

/// A lesson of the course, which may have a second text for what a reader brings: `own.en.md` and `own.id.md` beside the first.
///
/// ```swift
/// extension CourseLesson {
///   /// What happens when a pre-trained network goes on learning.
///   public static let fineTuning = CourseLesson { material in try FineTuningCells(material).all }
/// }
/// ```
public struct CourseLesson: Sendable {
  /// The lesson on the course's own pictures and networks.
  public let lesson: Lesson
  private let cells: @Sendable (OwnMaterial?) throws -> [Cell]

  /// A lesson whose texts lie beside the Swift file `file`, and whose cells are made for a reader's material or, where it is nil,
  /// for the course's own.
  public init(
    file: String = #filePath, takesPicture: Bool = false, cells: @escaping @Sendable (OwnMaterial?) throws -> [Cell]
  ) {
    lesson = Lesson(file: file, takesPicture: takesPicture) { try cells(nil) }
    self.cells = cells
  }

  /// The lesson's id.
  public var id: String { lesson.id }

  /// Whether it can be run on a reader's own pictures and network.
  public var takesOwnMaterial: Bool {
    FileManager.default.fileExists(atPath: lesson.folder.appending(path: "own.en.md").path)
  }

  /// The lesson on material of the reader's own, with a text of its own; nil if it has none.
  public func on(_ material: OwnMaterial) -> Lesson? {
    guard takesOwnMaterial else { return nil }
    return Lesson(onOwnMaterialFor: lesson) { [cells] in try cells(material) }
  }

  /// What is wrong with its texts, its cells and its names, one line each, found without running it.
  /// - Throws: one line if a file can't be read or the cells can't be made.
  public func problems() throws -> [String] {
    try LessonCheck([lesson] + [on(OwnMaterial())].compactMap { $0 }).problems()
  }
}
