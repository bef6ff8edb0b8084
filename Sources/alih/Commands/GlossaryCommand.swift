import ArgumentParser
import Notebook

struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Shows the words of the course, and what they mean.",
    discussion: "Example: alih glossary accuracy")

  @Argument(help: "A word or a part of it, in the reader's language; the whole page is shown, if there is none.")
  var term: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let glossary = try Glossary(in: Course.texts, language.chosen)
    guard let term else { return Terminal.standard().print(markdown: glossary.markdown) }
    let entries = glossary.entries(matching: term)
    guard !entries.isEmpty else {
      throw NotebookError(
        en: "no word of the glossary is, or has in it, \(term); alih glossary shows all",
        id: "tidak ada kata dalam glosarium yang berbunyi atau memuat \(term); alih glossary memperlihatkan semuanya")
    }
    let lines = entries.map { "- **\($0.label)**\($0.meaning.isEmpty ? "" : ": \($0.meaning)")" }
    Terminal.standard().print(markdown: lines.joined(separator: "\n"))
  }
}
