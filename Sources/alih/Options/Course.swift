import ArgumentParser
import Foundation
import Lessons
import Notebook

/// The lessons and exercises that a command line names.
enum Course {
  /// The folder with Package.swift, where the exercises lie and are built.
  static var package: URL {
    let folder = allLessons.first?.folder ?? URL(filePath: ".")
    return folder.deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The lesson with that id or number.
  static func lesson(_ name: String) throws -> Lesson {
    guard let found = lesson(named: name) else {
      throw ValidationError("no lesson is called \(name); there are \(known(allLessons.map(\.id)))")
    }
    return found
  }

  static func lesson(named name: String) -> Lesson? {
    allLessons.first { $0.id == name || "\($0.number)" == name }
  }

  /// The exercise with that id, and its lesson.
  static func exercise(_ id: String, _ language: Language) throws -> (lesson: Lesson, text: ExerciseText) {
    var ids: [String] = []
    for lesson in allLessons {
      let exercises = try lesson.exercises(language)
      if let text = exercises.first(where: { $0.id == id }) { return (lesson, text) }
      ids += exercises.map(\.id)
    }
    if let lesson = lesson(named: id) {
      let own = try lesson.exercises(language).map(\.id)
      throw ValidationError("\(id) is a lesson; its exercises are \(known(own))")
    }
    throw ValidationError("no exercise is called \(id); there are \(known(ids))")
  }

  static func known(_ names: [String]) -> String { names.joined(separator: ", ") }
}
