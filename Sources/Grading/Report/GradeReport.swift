import Foundation
import Notebook

/// What `alih grade` writes: grade.md, and a certificate for each lesson that is complete.
package struct GradeReport {
  private let cards: [ScoreCard]
  private let language: Language

  /// The report of some score cards.
  package init(_ cards: [ScoreCard], language: Language) {
    self.cards = cards
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
    var parts = ["# \(english ? "Score card" : "Kartu nilai")\(name.map { ": \($0)" } ?? "")", day]
    parts += cards.map(\.markdown)
    parts += certificates.map { "![\(MarkdownReport.escaped($0.text))](\($0.file))" }
    parts.append(english ? "Made by \(Release.software)." : "Dibuat oleh \(Release.software).")
    let file = try folder.write(Data((parts.joined(separator: "\n\n") + "\n").utf8), to: "grade.md")
    return certificates.map(\.url) + [file]
  }
}
