import ArgumentParser
import Experiments
import Foundation
import Lessons
import Notebook

/// The lessons and exercises that a command line names.
enum Course {
  /// The lessons on the course's own material, in their order.
  static let lessons = allLessons.map(\.lesson)

  /// The same with their versions on material of the reader's own.
  static let all = allLessons

  /// The folder with the lessons and the pages beside them.
  static var texts: URL { package.appending(path: "Lessons") }

  /// The folder with Package.swift, where the exercises lie and are built.
  static var package: URL {
    let folder = lessons.first?.folder ?? URL(filePath: ".")
    return folder.deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The lesson with that id or number.
  static func lesson(_ name: String) throws -> CourseLesson {
    guard let found = lesson(named: name) else {
      throw ValidationError("no lesson is called \(name); there are \(known(allLessons.map(\.id)))")
    }
    return found
  }

  static func lesson(named name: String) -> CourseLesson? {
    allLessons.first { $0.id == name || "\($0.lesson.number)" == name }
  }

  /// The exercise with that id, now or before, and its lesson.
  static func exercise(_ id: String, _ language: Language) throws -> (lesson: Lesson, text: ExerciseText) {
    var ids: [String] = []
    let id = CourseProgress.renamedExercises[id] ?? id
    for lesson in allLessons {
      let exercises = try lesson.lesson.exercises(language)
      if let text = exercises.first(where: { $0.id == id }) { return (lesson.lesson, text) }
      ids += exercises.map(\.id)
    }
    if let lesson = lesson(named: id) {
      let own = try lesson.lesson.exercises(language).map(\.id)
      throw ValidationError("\(id) is a lesson; its exercises are \(known(own))")
    }
    throw ValidationError("no exercise is called \(id); there are \(known(ids))")
  }

  static func known(_ names: [String]) -> String { names.joined(separator: ", ") }
}
