import ArgumentParser
import Experiments
import Foundation
import Grading
import Notebook

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Builds your exercises, grades them, and writes a score card and certificates.",
    discussion: "Example: alih grade domains --name \"Siti Rahma\"")

  @Argument(help: "A lesson's id or number, an exercise's id, or all.")
  var what = "all"

  @Flag(help: "Print the grades as JSON.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for grade.md and the certificates.")
  var output = "output"

  @Option(help: "Your name, for the score card and the certificates.")
  var name: String?

  @Option(help: "An exercise-runner that is built already; nothing is built then.")
  var runner: String?

  func run() throws {
    let (language, terminal) = (language.chosen, Terminal.standard())
    try check()
    let runner = try build(terminal)
    let folder = try OutputFolder(URL(filePath: output, directoryHint: .isDirectory))
    let grades = try runner.grades(chosen(from: runner.entries()))
    let records = Records(language: language)
    records.note { progress, day in
      for grade in grades where grade.outcome != .notAttempted {
        progress.note(.exercise, grade.exercise, score: .init(grade.earned, of: grade.possible), on: day)
      }
    }
    let progress = records.load()
    let cards = try Course.lessons.compactMap { lesson in
      let own = grades.filter { $0.lesson == lesson.id }
      return own.isEmpty ? nil : try ScoreCard(lesson, grades: own, progress: progress, language: language)
    }
    let files = try GradeReport(cards, language: language).write(to: folder, name: ownName, day: ProgressFile.today())
    try json ? printAsJSON(grades) : show(cards, files, progress, terminal)
    let strict = ProcessInfo.processInfo.environment["ALIH_STRICT"] == "1"
    if grades.contains(where: { $0.outcome == .failed || strict && $0.outcome == .notAttempted }) { throw ExitCode(2) }
  }

  /// The reader's name on one line, or nil if nothing was given.
  private var ownName: String? {
    let words = (name ?? "").split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Makes sure that there is something to grade, before anything is built.
  private func check() throws {
    guard what != "all" else { return }
    if let lesson = Course.lesson(named: what)?.lesson {
      guard try lesson.exercises(.en).isEmpty else { return }
      throw ValidationError("lesson \(lesson.id) has no exercises yet")
    }
    _ = try Course.exercise(what, .en)
  }

  private func build(_ terminal: Terminal) throws -> GradingProgram {
    if let runner {
      guard FileManager.default.isExecutableFile(atPath: runner) else {
        throw ValidationError("--runner \(runner): no program; build it with swift build --product exercise-runner")
      }
      return GradingProgram(URL(filePath: runner))
    }
    let text = Phrase(
      en: "  Building your exercises, for the first time in a few minutes …",
      id: "  Membangun latihan Anda, untuk pertama kali dalam beberapa menit …")
    terminal.status([Span(text(language.chosen), .quiet)])
    defer { terminal.status(nil) }
    return try ExerciseBuild(in: Course.package)()
  }

  private func chosen(from entries: [GradingProgram.Entry]) -> [GradingProgram.Entry] {
    if what == "all" { return entries }
    let lesson = Course.lesson(named: what)?.id
    return entries.filter { $0.id == what || $0.lesson == lesson }
  }

  private func printAsJSON(_ grades: [Grade]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(grades), as: UTF8.self))
  }

  private func show(_ cards: [ScoreCard], _ files: [URL], _ progress: CourseProgress, _ terminal: Terminal) throws {
    for card in cards { card.print(on: terminal) }
    for file in files { terminal.print(file.relativePath) }
    if ownName == nil, cards.contains(where: \.isComplete) {
      let text = Phrase(
        en: "The certificate has a line for your name; --name \"Siti Rahma\" writes it there.",
        id: "Sertifikat menyediakan garis untuk nama Anda; --name \"Siti Rahma\" menuliskannya di sana.")
      terminal.print(text(language.chosen))
    }
    // Who grades one by one learns here that the lesson is done.
    guard let card = cards.first, cards.count == 1, !card.isComplete else { return }
    let state = try LessonState(card.lesson, progress)
    guard state.openExercise == nil, card.grades.allSatisfy({ $0.outcome == .passed }) else { return }
    let text = Phrase(
      en: "All exercises of this lesson have been right: alih grade \(card.lesson.id) draws the certificate.",
      id: "Semua latihan pelajaran ini sudah benar: alih grade \(card.lesson.id) membuat sertifikatnya.")
    terminal.print(text(language.chosen))
  }
}
