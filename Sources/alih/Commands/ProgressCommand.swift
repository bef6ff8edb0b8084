import ArgumentParser
import Foundation
import Notebook

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Shows what you have done, or moves it to another machine.",
    discussion: "Example: alih progress export my-progress.txt", subcommands: [Show.self, Export.self, Import.self],
    defaultSubcommand: Show.self)

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what you have done.", discussion: "Example: alih progress show --language id")

    @OptionGroup var language: LanguageOption

    func run() throws {
      let records = Records(language: language.chosen)
      print(try LessonTable(progress: records.load(), language: language.chosen))
      print(records.file.url.path.onOneLine)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes what you have done into a file.", discussion: "Example: alih progress export my-progress.txt")

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var language: LanguageOption

    func run() throws {
      try Records(language: language.chosen).file.export(to: URL(filePath: file))
      print(file.onOneLine)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes over what a file says you have done; the better of two scores stays.",
      discussion: "Example: alih progress import my-progress.txt")

    @Argument(help: "A file made by alih progress export.")
    var file: String

    @OptionGroup var language: LanguageOption

    func run() throws {
      let records = Records(language: language.chosen)
      let damaged = try records.file.merge(URL(filePath: file))
      if damaged > 0 {
        records.warn(
          Phrase(
            en: "\(file): \(damaged) damaged line\(damaged == 1 ? "" : "s") left out",
            id: "\(file): \(damaged) baris rusak dilewati"))
      }
      print(try LessonTable(progress: records.load(), language: language.chosen))
    }
  }
}
