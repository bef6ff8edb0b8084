import ArgumentParser
import Foundation
import Lessons
import Notebook

struct MenagerieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "menagerie", abstract: "The world of pictures that the course is about.",
    discussion: "Example: alih menagerie sheet --size 256", subcommands: [Sheet.self])

  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draws a labelled sheet with pictures of every class.",
      discussion: "Example: alih menagerie sheet --size 128 --output sheet.png")

    @OptionGroup var language: LanguageOption

    @Option(help: "The side of a picture in pixels, 16 to 512.")
    var size = 128

    @Option(help: "Pictures of each class, 1 to 16.")
    var count = 4

    @Option(help: "The seed; the same one draws the same sheet.")
    var seed: UInt16 = 0

    @Option(help: "The file.")
    var output = "output/menagerie.png"

    func validate() throws {
      guard 16...512 ~= size else { throw ValidationError("--size \(size): a picture has 16 to 512 pixels a side") }
      guard 1...16 ~= count else { throw ValidationError("--count \(count): a class has 1 to 16 pictures") }
    }

    func run() throws {
      let sheet = ContactSheet(count: count, size: size, seed: seed, language: language.chosen)
      try sheet.write(to: URL(filePath: output))
      print(output)
    }
  }
}
