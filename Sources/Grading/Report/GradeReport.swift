import Foundation
import Notebook

/// What `alih grade` writes: grade.md, and a certificate for each lesson that is complete.
package struct GradeReport {
  private let cards: [ScoreCard]
  private let notCompiled: [UncompiledLesson]
  private let language: Language

  /// The report of some score cards, and of the lessons that could not be graded.
  package init(_ cards: [ScoreCard], notCompiled: [UncompiledLesson] = [], language: Language) {
    self.cards = cards
    self.notCompiled = notCompiled
    self.language = language
  }

  /// Writes the files and gives their places.
  package func write(to folder: OutputFolder, name: String?, day: String) throws -> [URL] {
    let certificates = try cards.filter(\.isComplete).map { card in
      let file = "certificate-\(card.lesson.id).png"
      let certificate = Certificate(card, name: name, day: day)
      return (file: file, url: try folder.write(certificate.data, to: file), text: certificate.alternative)
    }
    let english = language == .en
    var parts = ["# \(english ? "Score card" : "Kartu nilai")\(name.map { ": \($0.inMarkdown)" } ?? "")", day]
    parts += cards.map(\.markdown)
    parts += notCompiled.map(section)
    parts += certificates.map { "![\($0.text.inMarkdown)](\($0.file))" }
    parts.append(english ? "Made by \(Release.software)." : "Dibuat oleh \(Release.software).")
    let file = try folder.write(Data((parts.joined(separator: "\n\n") + "\n").utf8), to: "grade.md")
    return certificates.map(\.url) + [file]
  }

  private func section(_ lesson: UncompiledLesson) -> String {
    // By their margin they are code, whatever they say.
    let lines = lesson.lines(language).map { "    \($0)" }
    return "## `\(lesson.lesson)`\n\n\(lesson.advice(language).inMarkdown)\n\n" + lines.joined(separator: "\n")
  }
}
