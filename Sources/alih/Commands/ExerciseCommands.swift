import ArgumentParser
import Experiments
import Foundation
import Notebook

struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise", abstract: "Shows what an exercise asks for, or lists exercises.",
    discussion: "Example: alih exercise mmd")

  @Argument(help: "The exercise's id, or that of a lesson, whose exercises are listed; all are, if there is none.")
  var id: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    guard let id else { return try list(Course.lessons) }
    if let lesson = Course.lesson(named: id) { return try list([lesson.lesson]) }
    let (lesson, text) = try Course.exercise(id, language.chosen)
    let ending = Phrase(
      en: "Write your code in `\(lesson.exercisesSource.shortPath)`, then type `alih grade \(text.id)`.",
      id: "Tulis kode Anda dalam `\(lesson.exercisesSource.shortPath)`, lalu ketik `alih grade \(text.id)`.")
    Terminal.standard().print(markdown: "\(text.task)\n\n\(ending(language.chosen))")
  }

  /// The exercises of some lessons with their titles, those that are solved with a ✓.
  private func list(_ lessons: [Lesson]) throws {
    let progress = Records(language: language.chosen).load()
    let rows = try lessons.flatMap { lesson in
      try lesson.exercises(language.chosen).map { exercise in
        let isSolved = progress.score(.exercise, exercise.id)?.isFull == true
        return [isSolved ? "✓" : "○", "\(lesson.number)", exercise.id, exercise.title]
      }
    }
    let header = language.chosen == .en ? ["", "", "exercise", "title"] : ["", "", "latihan", "judul"]
    print(TextTable(header: header, rows: rows, leading: 4))
  }
}

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Gives the next of an exercise's three hints: the idea, the place, nearly the code.",
    discussion: "Example: alih hint mmd")

  @Argument(help: "The exercise's id.")
  var id: String

  @Option(help: "Which hint: 1, 2 or 3; otherwise the one after those that were shown.")
  var step: Int?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let step, !(1...ExerciseText.hintCount ~= step) {
      throw ValidationError("--step \(step): there are hints 1 to \(ExerciseText.hintCount)")
    }
  }

  func run() throws {
    let language = language.chosen
    let text = try Course.exercise(self.id, language).text
    let id = text.id
    let records = Records(language: language)
    let number = step ?? min(records.load().hintsShown(of: id) + 1, text.hints.count)
    let terminal = Terminal.standard()
    let title =
      language == .en ? "Hint \(number) of \(text.hints.count)" : "Petunjuk \(number) dari \(text.hints.count)"
    terminal.print(markdown: "**\(title)**\n\n\(text.hints[number - 1])")
    records.note { progress, _ in progress.noteHints(number, of: id) }
    guard number == text.hints.count else { return }
    let ending = Phrase(
      en: "That was the last hint. `alih solution \(id)` shows the solution.",
      id: "Itu petunjuk terakhir. `alih solution \(id)` memperlihatkan penyelesaiannya.")
    terminal.print(markdown: ending(language))
  }
}

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution",
    abstract: "Shows the solution of an exercise; if you have not solved it, after asking, and records it.",
    discussion: "Example: alih solution mmd --yes")

  @Argument(help: "The exercise's id.")
  var id: String

  @Flag(help: "Show it without asking.")
  var yes = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    let (lesson, text) = try Course.exercise(self.id, language)
    let id = text.id
    let source = try lesson.solution(of: id)
    let records = Records(language: language)
    // Who has solved the exercise may compare without a note of it.
    if records.load().score(.exercise, id)?.isFull != true {
      guard yes || agreed(language) else { return }
      records.note { progress, day in progress.note(.solution, id, on: day) }
    }
    Terminal.standard().print(markdown: "```swift\n\(source)\n```")
  }

  /// Asks whether the reader really wants to; no answer is no.
  private func agreed(_ language: Language) -> Bool {
    let question = Phrase(
      en: "Show the solution of \(id)? Your score card will say so. [y/N] ",
      id: "Perlihatkan penyelesaian \(id)? Kartu nilai Anda akan mencatatnya. [y/T] ")
    StandardStream.output.write(question(language))
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    if answer == nil { print() }
    return ["y", "yes", "ya"].contains(answer ?? "")
  }
}

extension URL {
  /// The path from the course's folder, for who stands in a checkout of it; the whole path for all others.
  var shortPath: String {
    let folder = Course.package.path + "/"
    return Course.checkoutHere != nil && path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
