import Foundation
import Notebook

/// How the exercises of a lesson went.
package struct ScoreCard {
  package let lesson: Lesson
  /// The exercises, in order.
  package let grades: [Grade]
  /// The titles of the exercises by their ids.
  let titles: [String: String]
  /// The exercises whose solutions were looked at.
  let seen: Set<String>
  let language: Language

  /// The score card of a lesson.
  package init(_ lesson: Lesson, grades: [Grade], progress: CourseProgress, language: Language) throws {
    self.lesson = lesson
    self.grades = grades
    self.language = language
    titles = try Dictionary(lesson.exercises(language).map { ($0.id, $0.title) }) { first, _ in first }
    seen = Set(grades.map(\.exercise).filter { progress.has(.solution, $0) })
  }

  /// What was earned, and what can be.
  package var score: CourseProgress.Points {
    CourseProgress.Points(grades.reduce(0) { $0 + $1.earned }, of: grades.reduce(0) { $0 + $1.possible })
  }

  /// Whether all exercises of the lesson are here, and right.
  package var isComplete: Bool {
    Set(grades.map(\.exercise)) == Set(titles.keys) && grades.allSatisfy { $0.outcome == .passed }
  }

  /// A text in the reader's language.
  func say(_ english: String, _ indonesian: String) -> String { language == .en ? english : indonesian }

  /// Such as `16 of 30 points`.
  var total: String {
    say("\(score.earned) of \(score.possible) points", "\(score.earned) dari \(score.possible) poin")
  }

  /// How to go on with an exercise that failed.
  func advice(on grade: Grade) -> String? {
    guard grade.outcome == .failed else { return nil }
    let id = grade.exercise
    let help = say("Stuck? alih hint \(id)", "Terhenti? alih hint \(id)")
    if grade.problem != nil {
      return say(
        "Print what you compute on the way: alih grade \(id) shows the last lines. ",
        "Cetaklah nilai-nilai di tengah jalan: alih grade \(id) memperlihatkan baris-baris terakhirnya. ") + help
    }
    guard grade.checks.count(where: { !$0.passed }) > 1 else { return help }
    return say(
      "Begin with the first check: the others may have the same cause. ",
      "Mulailah dari pemeriksaan pertama: penyebab yang lain mungkin sama. ") + help
  }

  /// What is worth saying about how an exercise went.
  func remark(on grade: Grade) -> String? {
    if grade.outcome == .notAttempted { return say("not attempted", "belum dicoba") }
    return seen.contains(grade.exercise) ? say("solution seen", "penyelesaian sudah dilihat") : nil
  }
}

extension Grade.Outcome {
  /// ✓, ✗ or ○.
  var mark: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .notAttempted: "○"
    }
  }

  /// How the mark looks.
  fileprivate var style: TextStyle {
    switch self {
    case .passed: .good
    case .failed: .bad
    case .notAttempted: .quiet
    }
  }
}

// MARK: - In the terminal

extension ScoreCard {
  /// Prints the card: a line for each exercise, and what is wrong with each that failed.
  package func print(on terminal: Terminal) {
    let name = grades.map(\.exercise.count).max() ?? 0
    var lines = [[Span(lesson.title(language), .heading)]]
    for grade in grades {
      let id = grade.exercise.padding(toLength: name, withPad: " ", startingAt: 0)
      let points = "\(grade.earned)/\(grade.possible)"
      var line = [Span("  "), Span(grade.outcome.mark, grade.outcome.style), Span(" \(id)  ", .strong), Span(points)]
      if let remark = remark(on: grade) { line.append(Span("  \(remark)", .quiet)) }
      lines +=
        [line]
        + grade.lines(language).flatMap { text in
          let indent = String(repeating: " ", count: 6 + text.prefix { $0 == " " }.count)
          return wrap([Span(text)], width: terminal.measure, first: [Span(indent)], rest: [Span(indent + "  ")])
        }
      if let advice = advice(on: grade) {
        let indent = Span(String(repeating: " ", count: 6))
        lines += wrap([Span(advice, .quiet)], width: terminal.measure, first: [indent], rest: [indent])
      }
    }
    // Who grades one exercise may be looking for a mistake in it by printing.
    if grades.count == 1, let printed = grades[0].printed {
      lines.append([Span("      " + say("It printed at last:", "Yang terakhir dicetaknya:"), .quiet)])
      lines += printed.map { [Span("        \($0)")] }
    }
    lines.append([Span("  \(total)", isComplete ? .good : .strong)])
    terminal.print(lines + [[]])
  }
}

// MARK: - As Markdown

extension ScoreCard {
  /// The card as a section of a Markdown file.
  package var markdown: String {
    let header = say("| | Exercise | | Points | |", "| | Latihan | | Poin | |")
    let rows = grades.map { grade in
      "| \(grade.outcome.mark) | `\(grade.exercise)` | \((titles[grade.exercise] ?? "").inMarkdown) "
        + "| \(grade.earned)/\(grade.possible) | \(remark(on: grade) ?? "") |"
    }
    let table = ([header, "|:-:|---|---|--:|---|"] + rows).joined(separator: "\n")
    let failures = grades.filter { $0.outcome == .failed }.map { grade in
      "### `\(grade.exercise)`\n\n```text\n\(grade.lines(language).joined(separator: "\n"))\n```"
    }
    return (["## \(lesson.title(language))", table, "**\(total)**"] + failures).joined(separator: "\n\n") + "\n"
  }
}
