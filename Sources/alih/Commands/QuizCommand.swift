import ArgumentParser
import Experiments
import Foundation
import Notebook

struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Asks a lesson's questions, before it or after it, and explains every answer.",
    discussion: "Example: alih quiz domains --after")

  @Argument(help: "The lesson's id or number.")
  var lesson: String

  @Flag(help: "Ask the questions for after the lesson.")
  var after = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The seed of the order of the answers; by default it follows from the reader and the day.")
  var seed: UInt64?

  func run() throws {
    let (language, part) = (language.chosen, after ? Quiz.Part.after : .before)
    let lesson = try Course.lesson(lesson).lesson
    let quiz = try lesson.quiz()
    let terminal = Terminal.standard()
    let title = Phrase(
      en: "Questions \(part == .after ? "after" : "before") lesson \(lesson.number), \(lesson.id)",
      id: "Pertanyaan \(part == .after ? "sesudah" : "sebelum") pelajaran \(lesson.number), \(lesson.id)")
    terminal.print(markdown: "# \(title(language))")
    let records = Records(language: language)
    let seed = seed ?? Quiz.seed(reader: records.file.url.path, day: ProgressFile.today())
    let questions = quiz[part].map { $0.shuffled(seed: seed) }
    guard let score = QuizSession(questions, on: terminal, language: language)() else { return }
    records.note { progress, day in
      progress.note(.quiz, part.id(in: lesson), score: score, on: day)
    }
  }
}
