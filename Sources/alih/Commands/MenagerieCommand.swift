import ArgumentParser
import Datasets
import Experiments
import Foundation
import Notebook

struct MenagerieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "menagerie", abstract: "The world of pictures that the course is about.",
    discussion: "Example: alih menagerie sheet --size 256", subcommands: [Sheet.self, Show.self, Write.self])

  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draws a labelled sheet with pictures of every class.",
      discussion: "Example: alih menagerie sheet --task farm --style sketch --output farm.png")

    @OptionGroup var world: WorldOptions
    @OptionGroup var size: SizeOption
    @OptionGroup var language: LanguageOption

    @Option(help: "Pictures of each class, 1 to 16.")
    var count = 4

    @Option(help: "The file.")
    var output = "output/menagerie.png"

    func validate() throws {
      guard 1...16 ~= count else { throw ValidationError("--count \(count): a class has 1 to 16 pictures") }
    }

    func run() throws {
      let sheet = ContactSheet(of: try world.world(), count: count, size: size.size, language: language.chosen)
      try sheet.write(to: URL(filePath: output))
      print(output.onOneLine)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draws one scene of a class, in one style or in all.",
      discussion: "Example: alih menagerie show --class zebra --style all")

    @Option(name: .customLong("class"), help: "The class, by its English or Indonesian name.")
    var className: String

    @Option(help: "The task that the class belongs to.")
    var task = "menagerie"

    @Option(help: "A style, or all.")
    var style = "all"

    @Option(help: "The seed; the same one draws the same scene.")
    var seed: UInt64 = 0

    @OptionGroup var size: SizeOption
    @OptionGroup var language: LanguageOption

    @Option(help: "The file.")
    var output = "output/scene.png"

    func run() throws {
      var options = WorldOptions()
      options.task = task
      options.seed = seed
      options.style = Style.photo.rawValue
      let world = try options.world()
      let names = world.task.classNames
      guard let label = names.firstIndex(where: { $0.english == className || $0.indonesian == className }) else {
        let known = names.map(\.english).joined(separator: ", ")
        throw ValidationError("no class is called \(className); there are \(known)")
      }
      let styles = style == "all" ? Style.allCases : [try WorldOptions.style(style)]
      let scene = world.testScenes(of: label, count: 1)[0]
      let sheet = ContactSheet(of: scene, styles: styles, size: size.size, seed: seed, language: language.chosen)
      try sheet.write(to: URL(filePath: output))
      print("\(language.chosen == .en ? scene.caption.english : scene.caption.indonesian): \(output.onOneLine)")
    }
  }

  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes pictures into a folder, one sub-folder for each class, as every other command reads them.",
      discussion: "Example: alih menagerie write pictures --task farm --count 300 --size 64")

    @Argument(help: "The folder, which must be new or empty.")
    var folder: String

    @OptionGroup var world: WorldOptions
    @OptionGroup var size: SizeOption

    @Option(help: "How many pictures, of all classes together.")
    var count = 320

    func validate() throws {
      guard 1...1_000_000 ~= count else { throw ValidationError("--count \(count): write 1 to 1000000 pictures") }
    }

    func run() throws {
      try world.world().write(
        to: URL(filePath: folder, directoryHint: .isDirectory), count: count, size: size.size)
      print("\(count) pictures in \(folder.onOneLine)")
    }
  }
}
