import ArgumentParser
import Experiments
import Foundation
import Grading
import Notebook

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Builds your exercises, grades them, and writes a score card and certificates.",
    discussion: """
      Example: alih grade domains --name "Siti Rahma"

      A class: alih grade domains --class submissions --output marks

      Graded are the exercises of the checkout of the course that you stand in; outside of one, those of the checkout that this \
      command was built in.
      """)

  @Argument(help: "A lesson's id or number, an exercise's id, or all.")
  var what = "all"

  @Flag(help: "Print one JSON object: the grades, the totals, and the help that was asked for.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for grade.md and the certificates.")
  var output = "output"

  @Option(help: "Your name, for the score card and the certificates.")
  var name: String?

  @Option(
    name: .customLong("class"),
    help: """
      A folder with one folder or zip archive for each student, in which the files Exercises.swift lie at any depth: all are \
      graded, and --output gets class.csv and a folder for each student.
      """)
  var classFolder: String?

  @Option(help: "A folder with the runners of lessons, such as domains-runner, built already; nothing is built then.")
  var runners: String?

  func validate() throws {
    guard let classFolder else { return }
    guard !classFolder.isEmpty else { throw ValidationError("--class: name the folder with the submissions") }
    guard !json, name == nil, runners == nil else {
      throw ValidationError("--class: leave out --json, --name and --runners; each student's folder gets results.json")
    }
  }

  func run() throws {
    let (language, terminal) = (language.chosen, Terminal.standard())
    let wanted = try Wanted(what)
    if let classFolder { return try gradeClass(in: classFolder, wanted, terminal) }
    let folder = try OutputFolder(URL(filePath: output, directoryHint: .isDirectory))
    let (program, notCompiled) = try build(wanted.lessons.map(\.id), terminal)
    let grades = try grades(of: wanted, by: program, without: Set(notCompiled.map(\.lesson)))
    let records = Records(language: language)
    records.note { progress, day in
      for grade in grades where grade.outcome != .notAttempted {
        progress.note(.exercise, grade.exercise, score: .init(grade.earned, of: grade.possible), on: day)
      }
    }
    let (progress, day) = (records.load(), ProgressFile.today())
    let cards = try cards(of: grades, progress, language)
    let files = try GradeReport(cards, notCompiled: notCompiled, language: language)
      .write(to: folder, name: ownName, day: day)
    if json {
      let summary = GradeSummary(
        cards, notCompiled: notCompiled, progress: progress, name: ownName, day: day, folder: Course.checkout)
      try printAsJSON(summary)
    } else {
      try show(cards, files, progress, terminal)
    }
    for lesson in notCompiled {
      for line in lesson.lines(language) + ["alih: \(lesson.advice(language))"] { terminal.printError(line) }
    }
    let strict = ProcessInfo.processInfo.environment["ALIH_STRICT"] == "1"
    let hasFailed = grades.contains { $0.outcome == .failed || strict && $0.outcome == .notAttempted }
    if hasFailed || !notCompiled.isEmpty { throw ExitCode(2) }
  }

  /// The reader's name on one line, or nil if nothing was given.
  private var ownName: String? {
    let words = (name ?? "").onOneLine.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func build(_ lessons: [String], _ terminal: Terminal) throws -> (GradingProgram, [UncompiledLesson]) {
    if let runners {
      let program = GradingProgram(in: URL(filePath: runners, directoryHint: .isDirectory))
      guard lessons.contains(where: program.grades) else {
        throw ValidationError(
          "--runners \(runners): no \(lessons.count == 1 ? lessons[0] : "LESSON")-runner; build one with "
            + "swift build --product \(lessons[0])-runner")
      }
      return (program, [])
    }
    sayPlace(terminal)
    let text = Phrase(
      en: "  Building your exercises, for the first time in a few minutes …",
      id: "  Membangun latihan Anda, untuk pertama kali dalam beberapa menit …")
    terminal.status([Span(text(language.chosen), .quiet)])
    defer { terminal.status(nil) }
    let build = ExerciseBuild(in: Course.checkout)
    let notCompiled = try build(lessons)
    return (build.program, notCompiled)
  }

  /// Says whose exercises are graded where that can be mistaken: outside of a checkout, and in another than the command's own.
  private func sayPlace(_ terminal: Terminal) {
    let (graded, own) = (Course.checkout.path, Course.package.path)
    guard Course.checkoutHere == nil || graded != own else { return }
    let text =
      Course.checkoutHere == nil
      ? Phrase(
        en: "graded are the exercises in \(graded), where this command was built",
        id: "yang dinilai adalah latihan di \(graded), tempat perintah ini dibangun")
      : Phrase(
        en: "graded are the exercises in \(graded), where you are; this command was built in \(own)",
        id: "yang dinilai adalah latihan di \(graded), tempat Anda berada; perintah ini dibangun di \(own)")
    terminal.printError("alih: \(text(language.chosen))")
  }

  /// The grades of what is wanted: exercises that the lesson's text has, by their ids there.
  private func grades(of wanted: Wanted, by program: GradingProgram, without left: Set<String>) throws -> [Grade] {
    let entries = try wanted.lessons.filter { !left.contains($0.id) && program.grades(lesson: $0.id) }
      .flatMap { lesson in
        let known = Set(try lesson.exercises(.en).map(\.id))
        return try program.entries(of: lesson.id).filter { known.contains($0.id) }
      }
    return try program.grades(entries.filter { wanted.exercise == nil || $0.id == wanted.exercise })
  }

  private func printAsJSON(_ summary: GradeSummary) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(summary), as: UTF8.self))
  }

  private func show(_ cards: [ScoreCard], _ files: [URL], _ progress: CourseProgress, _ terminal: Terminal) throws {
    for card in cards { card.print(on: terminal) }
    for file in files { terminal.print(file.relativePath.onOneLine) }
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

extension GradeCommand {
  /// Grades what a class has handed in; the reader's own exercises and progress stay as they are.
  private func gradeClass(in name: String, _ wanted: Wanted, _ terminal: Terminal) throws {
    guard wanted.exercise == nil else {
      throw ValidationError("\(what): --class grades a lesson, or all; one exercise is no lesson")
    }
    let (language, lessons) = (language.chosen, wanted.lessons.map(\.id))
    let folder = try OutputFolder(URL(filePath: output, directoryHint: .isDirectory))
    let workshop = try Workshop(for: Course.checkout)
    let submissions = try Submission.all(
      in: URL(filePath: name, directoryHint: .isDirectory), files: workshop.fileNames)
    let building = Phrase(
      en: "  Building the exercises, for the first time in a few minutes …",
      id: "  Membangun latihan, untuk pertama kali dalam beberapa menit …")
    terminal.status([Span(building(language), .quiet)])
    try workshop.prepare(lessons)
    let marked = try submissions.enumerated().map { place, submission in
      let text = "  \(submission.student.onOneLine) (\(place + 1)/\(submissions.count)) …"
      terminal.status([Span(text, .quiet)])
      return try workshop.marked(submission, lessons: lessons)
    }
    terminal.status(nil)
    let table = try ClassReport(marked, language: language).write(
      to: folder, cards: { try cards(of: $0.grades, CourseProgress(), language) }, day: ProgressFile.today())
    print(ClassTable(marked, lessons: lessons, language: language))
    print(table.relativePath.onOneLine)
  }

  private func cards(of grades: [Grade], _ progress: CourseProgress, _ language: Language) throws -> [ScoreCard] {
    try Course.lessons.compactMap { lesson in
      let own = grades.filter { $0.lesson == lesson.id }
      return own.isEmpty ? nil : try ScoreCard(lesson, grades: own, progress: progress, language: language)
    }
  }
}

/// What is to be graded: all lessons with exercises, one of them, or one exercise.
private struct Wanted {
  let lessons: [Lesson]
  /// The one exercise, or nil for all of the lessons.
  var exercise: String?

  init(_ what: String) throws {
    if what == "all" {
      lessons = try Course.lessons.filter { try !$0.exercises(.en).isEmpty }
    } else if let lesson = Course.lesson(named: what)?.lesson {
      guard try !lesson.exercises(.en).isEmpty else {
        throw ValidationError("lesson \(lesson.id) has no exercises yet")
      }
      lessons = [lesson]
    } else {
      let found = try Course.exercise(what, .en)
      (lessons, exercise) = ([found.lesson], found.text.id)
    }
  }
}
