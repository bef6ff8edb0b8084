import ArgumentParser
import Foundation
import Notebook

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract:
      "Writes the whole course as pages for a browser, with index, glossary and search; runs the lessons that lack one.",
    discussion: """
      Example: alih site course --language id

      Without --language both languages are written, and each page leads to the other. A lesson whose page is there
      is not run again; delete its folder to have it run.
      """)

  @Argument(help: "The folder to write into.")
  var folder: String

  @Option(help: "The only language to write: en or id.")
  var language: Language?

  @Option(help: "The first of five consecutive seeds.")
  var seed: UInt64 = 1

  func run() throws {
    let site = CourseSite(
      Course.lessons, texts: Course.texts, folder: URL(filePath: folder, directoryHint: .isDirectory),
      languages: language.map { [$0] } ?? Language.allCases)
    // The pages come first: what cannot be written is said before anything is computed.
    try site.writePages()
    let terminal = Terminal.standard()
    for (lesson, options) in site.missingRuns(seed: seed) { try lesson.run(on: terminal, options: options) }
    terminal.print("\(folder)/index.html".onOneLine)
  }
}
