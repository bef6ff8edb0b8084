import ArgumentParser
import Experiments
import Foundation
import Notebook

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks texts, cells, exercises and questions of lessons against each other, without running anything.",
    discussion: """
      One line for each problem, such as a value that a text shows and no cell measures, or a figure that has its place in \
      one language only; the status is 1 if there is any. Without a lesson, all are checked, and the glossary, and whether \
      Indonesian texts use its words.

      Example: alih check fine-tuning
      """)

  @Argument(help: "The lesson's id or number; all are checked, if there is none.")
  var lesson: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let lessons = try lesson.map { [try Course.lesson($0)] } ?? Course.all
    var problems =
      lesson == nil
      ? Self.lines { try Glossary.problems(in: Course.texts) }
        + Self.lines { try Glossary.wordProblems(in: Course.texts) } : []
    for lesson in lessons { problems += Self.lines { try lesson.problems() } }
    problems.forEach { print($0) }
    guard problems.isEmpty else { throw ExitCode(1) }
    print(
      language.chosen == .en
        ? "\(lessons.count) lesson\(lessons.count == 1 ? "" : "s") checked, nothing found"
        : "\(lessons.count) pelajaran diperiksa, tidak ada masalah")
  }

  /// The problems, or the one that keeps others from being found.
  private static func lines(_ find: () throws -> [String]) -> [String] {
    do {
      return try find()
    } catch {
      return [(error as? NotebookError)?.description ?? "\(error)".onOneLine]
    }
  }
}
