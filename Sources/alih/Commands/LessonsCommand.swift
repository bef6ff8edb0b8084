import ArgumentParser
import Foundation
import Lessons
import Notebook

struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Lists the lessons.", discussion: "Example: alih lessons --language id")

  @OptionGroup var language: LanguageOption

  func run() throws {
    let width = allLessons.map(\.id.count).max() ?? 0
    for lesson in allLessons {
      let id = lesson.id.padding(toLength: width, withPad: " ", startingAt: 0)
      print("\(lesson.number)  \(id)  \(lesson.title(language.chosen)): \(lesson.summary(language.chosen))")
    }
  }
}
