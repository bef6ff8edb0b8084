import ArgumentParser
import Foundation
import Imaging
import Lessons
import Notebook

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a lesson: its text, its code, its figures, its report.",
    discussion: "Example: alih run ideal-image --language id --output results")

  @Argument(help: "The lesson's id, its number, or all.")
  var lesson: String

  @OptionGroup var language: LanguageOption

  @Option(help: "The first of five consecutive seeds.")
  var seed: UInt64 = 1

  @Option(help: "The folder for figures and reports.")
  var output = "output"

  @Option(help: "A JPEG or PNG of your own, for lessons that work with one: \(RunCommand.lessonsWithPicture).")
  var image: String?

  @Flag(inversion: .prefixedNo, help: "Wait for Enter before each section, on a terminal.")
  var pause = true

  func run() throws {
    let chosen = try lessons()
    let options = RunOptions(
      language: language.chosen, seed: seed, output: URL(filePath: output, directoryHint: .isDirectory),
      picture: try picture(for: chosen), pauses: pause, handlesInterrupt: true)
    let results = try chosen.map { try $0.run(on: .standard(), options: options) }
    if results.contains(where: { !$0.failedClaims.isEmpty }) { throw ExitCode(2) }
  }

  /// The reader's picture, if one was named, for at least one lesson that takes it.
  private func picture(for chosen: [Lesson]) throws -> Image? {
    guard let image else { return nil }
    guard chosen.contains(where: \.takesPicture) else {
      throw ValidationError("--image: \(lesson) works with no picture; \(RunCommand.lessonsWithPicture) does")
    }
    return try Image(contentsOf: URL(filePath: image))
  }

  private static var lessonsWithPicture: String {
    allLessons.filter(\.takesPicture).map(\.id).joined(separator: ", ")
  }

  private func lessons() throws -> [Lesson] {
    if lesson == "all" { return allLessons }
    guard let found = allLessons.first(where: { $0.id == lesson || "\($0.number)" == lesson }) else {
      let known = allLessons.map(\.id).joined(separator: ", ")
      throw ValidationError("no lesson is called \(lesson); there are \(known), and all")
    }
    return [found]
  }
}
