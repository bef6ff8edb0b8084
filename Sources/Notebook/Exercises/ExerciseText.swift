import Foundation

/// What an exercise asks for, in one language: its part of exercises.en.md or exercises.id.md.
///
/// ```text
/// <!-- exercise: mmd -->
/// ## One kernel, one number
///
/// What is asked for, and why; the formula; an example with its result.
///
/// <!-- hint
/// The idea.
/// -->
/// ```
/// and two more hints, the place and nearly the code. As comments they are not seen on a page that shows the file.
public struct ExerciseText: Sendable, Hashable {
  /// How many hints every exercise has.
  public static let hintCount = 3

  public let id: String
  public let title: String
  /// What it asks for, with the title as its heading, in Markdown without hints.
  public let task: String
  /// From the idea to nearly the code.
  public let hints: [String]

  /// All exercises in a file's text, in their order.
  package static func all(in markdown: String) -> [ExerciseText] {
    var parts: [(id: String, lines: [Substring])] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let id = marker(line) {
        parts.append((id, []))
      } else if !parts.isEmpty {
        parts[parts.count - 1].lines.append(line)
      }
    }
    return parts.map { ExerciseText(id: $0.id, lines: $0.lines) }
  }

  private init(id: String, lines: [Substring]) {
    self.id = id
    var task: [Substring] = []
    var hints: [String] = []
    var hint: [Substring]?
    for line in lines {
      switch (String(line).trimmed, hint) {
      case ("<!-- hint", _): hint = []
      case ("-->", .some(let lines)):
        hints.append(lines.joined(separator: "\n"))
        hint = nil
      case (_, .some): hint?.append(line)
      case (_, nil): task.append(line)
      }
    }
    title = task.first { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)).trimmed } ?? ""
    self.task = task.joined(separator: "\n").trimmingCharacters(in: .newlines)
    self.hints = hints
  }

  /// The id in a line `<!-- exercise: ID -->`, or nil.
  private static func marker(_ line: Substring) -> String? {
    let line = String(line).trimmed
    guard line.hasPrefix("<!-- exercise:"), line.hasSuffix("-->") else { return nil }
    return String(line.dropFirst("<!-- exercise:".count).dropLast("-->".count)).trimmed
  }
}

extension Lesson {
  /// The file with what its exercises ask for, in `language`.
  public func exercisesFile(_ language: Language) -> URL {
    folder.appendingPathComponent("exercises.\(language.rawValue).md")
  }

  /// The Swift file that the reader edits, such as DomainsExercises.swift in the lesson's folder.
  public var exercisesSource: URL { folder.appendingPathComponent("\(sourceName)Exercises.swift") }

  /// The Swift file with the solutions, such as DomainsSolutions.swift in the lesson's folder.
  public var solutionsSource: URL { folder.appendingPathComponent("\(sourceName)Solutions.swift") }

  /// What its exercises ask for; none if it has none.
  public func exercises(_ language: Language) throws(NotebookError) -> [ExerciseText] {
    let file = exercisesFile(language)
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return ExerciseText.all(in: try readText(file))
  }

  /// What is wrong with the texts of its exercises, one line each; tests want the list to be empty.
  public func problemsOfExercises() throws(NotebookError) -> [String] {
    let texts = (try exercises(.en), try exercises(.id))
    var problems: [String] = []
    if texts.0.map(\.id) != texts.1.map(\.id) {
      problems.append("\(id): exercises.en.md and exercises.id.md have not the same exercises in the same order")
    }
    for (language, texts) in [(Language.en, texts.0), (.id, texts.1)] {
      for text in texts {
        let place = "\(exercisesFile(language).lastPathComponent): \(text.id)"
        if text.title.isEmpty { problems.append("\(place) has no title, a line that begins with ##") }
        if text.hints.count(where: { !$0.isBlank }) != ExerciseText.hintCount {
          problems.append("\(place) has \(text.hints.count) hints, not \(ExerciseText.hintCount)")
        }
      }
    }
    return problems
  }

  /// The solution of an exercise: the declaration in the solutions' file whose comment begins with its id.
  public func solution(of exercise: String) throws(NotebookError) -> String {
    let lines = try readText(solutionsSource).split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("/// \(exercise): ") }) else {
      throw .missingSolution(exercise, in: solutionsSource)
    }
    let end = lines[(start + 1)...].firstIndex(where: Self.beginsExercise)
    return lines[start..<(end ?? lines.endIndex)].joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// Whether a line is `/// some-id: …`, the comment with which an exercise begins.
  private static func beginsExercise(_ line: Substring) -> Bool {
    line.prefixMatch(of: #/[/]{3} [a-z0-9-]+: /#) != nil
  }

  /// `Domains` for the lesson domains, `FineTuning` for fine-tuning.
  private var sourceName: String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension NotebookError {
  static func missingSolution(_ exercise: String, in file: URL) -> NotebookError {
    NotebookError(
      en: "\(file.lastPathComponent): no declaration has a comment that begins with /// \(exercise):",
      id: "\(file.lastPathComponent): tidak ada deklarasi yang komentarnya diawali /// \(exercise):")
  }
}
