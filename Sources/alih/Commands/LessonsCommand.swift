import ArgumentParser
import Experiments
import Foundation
import Notebook

struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "Lists the lessons, and says how far you are: ○ not begun, ◐ begun, ✓ done.",
    discussion: "Example: alih lessons --language id")

  @OptionGroup var language: LanguageOption

  func run() throws {
    let width = Course.lessons.map(\.id.count).max() ?? 0
    let digits = Course.lessons.map { "\($0.number)".count }.max() ?? 0
    let progress = Records(language: language.chosen).load()
    let terminal = Terminal.standard()
    for lesson in Course.lessons {
      let id = lesson.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let number = "\(lesson.number)"
      let place = String(repeating: " ", count: digits - number.count) + number
      let mark = try LessonState(lesson, progress).mark
      terminal.print(
        "\(mark)  \(place)  \(id)  \(lesson.title(language.chosen)): \(lesson.summary(language.chosen))")
    }
  }
}
