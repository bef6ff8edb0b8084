import Foundation
import Imaging
import Notebook
import Testing

@testable import Grading

@Suite struct ReportTests {
  /// A lesson with two exercises in a folder of its own.
  private let lesson: Lesson
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "alih-grading-\(UUID().uuidString)/03-toys")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    lesson = Lesson(file: folder.appending(path: "Toys.swift").path) { [] }
    for (language, title) in [(Language.en, "Toys"), (.id, "Mainan")] {
      try Data("---\ntitle: \(title)\n---\n# \(title)\n".utf8).write(to: lesson.textFile(language))
    }
    for (language, title) in [(Language.en, "A | bar"), (.id, "Sebuah | palang")] {
      let text = "<!-- exercise: one -->\n## \(title)\n\n<!-- exercise: two -->\n## Two\n"
      try Data(text.utf8).write(to: lesson.exercisesFile(language))
    }
  }

  private func check(passed: Bool, points: Int) -> Check {
    Check(
      id: "zero", what: Phrase(en: "zero", id: "nol"), passed: passed, points: points, expected: Phrase("0"),
      got: Phrase("1"), tolerance: 0, next: Phrase(en: "Try zero.", id: "Coba nol."))
  }

  private func card(
    _ passed: [Bool], seen: [String] = [], language: Language = .en, of exercises: [String] = ["one", "two"]
  ) throws -> ScoreCard {
    var progress = CourseProgress()
    for id in seen { progress.note(.solution, id, on: "2026-11-21") }
    let grades = zip(exercises, passed).map { id, passed in
      Grade(
        exercise: id, lesson: "toys", outcome: passed ? .passed : .failed, possible: 4,
        checks: [check(passed: passed, points: 4)])
    }
    return try ScoreCard(lesson, grades: grades, progress: progress, language: language)
  }

  @Test("a card adds points up, and is complete only if all exercises of the lesson are right")
  func totals() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    #expect(try card([true, false]).score == .init(4, of: 8) && card([true, true]).isComplete)
    #expect(try !card([true, false]).isComplete && !card([true], of: ["one"]).isComplete)
  }

  @Test("as Markdown it has a row for each exercise, and what is wrong")
  func markdown() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let text = try card([true, false], seen: ["one"]).markdown
    #expect(text.contains("| ✓ | `one` | A \\| bar | 4/4 | solution seen |"))
    #expect(text.contains("### `two`\n\n```text\n✗ zero: zero\n  expected 0, got 1\n  Next: Try zero.\n```"))
    #expect(try card([true, false], language: .id).markdown.contains("**4 dari 8 poin**"))
  }

  @Test("who failed is told how to go on: the first of several checks, printing after a crash, hints")
  func advice() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    func advice(checks: Int, problem: Phrase? = nil, language: Language = .en) throws -> String? {
      let grade = Grade(
        exercise: "one", lesson: "toys", outcome: .failed, possible: 4,
        checks: (0..<checks).map { _ in check(passed: false, points: 1) }, problem: problem)
      return try ScoreCard(lesson, grades: [grade], progress: CourseProgress(), language: language).advice(on: grade)
    }
    #expect(try advice(checks: 1) == "Stuck? alih hint one")
    #expect(try advice(checks: 2)?.hasPrefix("Begin with the first check") == true)
    #expect(try advice(checks: 0, problem: Phrase("crashed"))?.contains("alih grade one shows") == true)
    #expect(try advice(checks: 2, language: .id)?.hasSuffix("Terhenti? alih hint one") == true)
    let passed = try card([true, true])
    #expect(passed.advice(on: passed.grades[0]) == nil)
  }

  @Test("a certificate is a PNG that says in words what it shows, in either language")
  func certificate() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    for (language, words) in [
      (Language.en, "Certificate. Budi. Toys. 8 of 8 points, 2026-11-21. “alih solution” was used for one exercise."),
      (.id, "Sertifikat. Budi. Mainan. 8 dari 8 poin, 2026-11-21. “alih solution” dipakai untuk satu latihan."),
    ] {
      let certificate = Certificate(
        try card([true, true], seen: ["two"], language: language), name: "Budi", day: "2026-11-21")
      #expect(certificate.alternative == words)
      let file = folder.appending(path: "certificate.png")
      try certificate.data.write(to: file)
      let texts = Dictionary(uniqueKeysWithValues: try Image.text(of: file).map { ($0.key, $0.value) })
      #expect(texts["Description"] == words && texts["Lesson"] == "toys")
      let image = try Image(contentsOf: file)
      #expect(image.width == 1120 && image.height == 792 && Set(image.pixels).count > 100)
    }
  }

  @Test("a report writes certificates only for what is complete, with the reader's name if it is given")
  func report() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let output = try OutputFolder(folder.appending(path: "output"))
    let open = try GradeReport([card([true, false])], language: .en).write(to: output, name: nil, day: "2026-11-21")
    #expect(open.map(\.lastPathComponent) == ["grade.md"])
    let done = try GradeReport([card([true, true])], language: .id).write(to: output, name: "Budi", day: "2026-11-21")
    #expect(done.map(\.lastPathComponent) == ["certificate-toys.png", "grade.md"])
    let text = try String(contentsOf: done[1], encoding: .utf8)
    #expect(text.hasPrefix("# Kartu nilai: Budi\n\n2026-11-21\n") && text.contains("](certificate-toys.png)"))
  }

  @Test("a name that commands is harmless in grade.md, and so is what the compiler says")
  func names() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let output = try OutputFolder(folder.appending(path: "output"))
    let name = "<img src=x onerror=a()>\u{1B}[2J\n![p](http://x.org)\u{202E} | x"
    let error = CompilerError(
      file: "Lessons/03-toys/ToysExercises.swift", line: 3, column: 5, message: "cannot find '```' in scope",
      excerpt: ["3 | <b>", "  |   `- error: cannot find '```' in scope"])
    let files = try GradeReport(
      [card([true, true])], notCompiled: [UncompiledLesson(lesson: "toys", errors: [error])], language: .en
    ).write(to: output, name: name, day: "2026-11-21")
    let text = try String(contentsOf: files[1], encoding: .utf8)
    #expect(!text.unicodeScalars.contains { $0.commands && $0 != "\n" } && !text.contains("http://"))
    #expect(!text.contains(/(^|[^\\])<img/) && text.contains("\n    3 | <b>\n"))
    #expect(text.contains("mend Lessons/03-toys/ToysExercises.swift:3 and grade again"))
    let words = try Image.text(of: files[0]).map(\.value).joined()
    #expect(!words.unicodeScalars.contains { $0.commands })
  }

  @Test("the summary has the name, the totals, and the help that was asked for")
  func summary() throws {
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    var progress = CourseProgress()
    progress.note(.solution, "two", on: "2026-11-21")
    progress.noteHints(2, of: "one")
    let summary = GradeSummary(
      [try card([true, false])], notCompiled: [], progress: progress, name: "Budi", day: "2026-11-21", folder: folder)
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(summary)) as? [String: Any]
    #expect(object?["name"] as? String == "Budi" && object?["earned"] as? Int == 4 && object?["possible"] as? Int == 8)
    #expect(object?["hintsShown"] as? Int == 2 && object?["solutionsShown"] as? Int == 1)
    let lessons = object?["lessons"] as? [[String: Any]]
    let exercises = lessons?.first?["exercises"] as? [[String: Any]]
    #expect(exercises?.map { $0["exercise"] as? String } == ["one", "two"])
    #expect(exercises?.map { $0["hintsShown"] as? Int } == [2, 0])
    #expect(exercises?.map { $0["solutionShown"] as? Bool } == [false, true])
    #expect(exercises?.map { $0["outcome"] as? String } == ["passed", "failed"])
  }
}
