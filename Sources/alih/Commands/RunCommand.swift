import ArgumentParser
import Experiments
import Foundation
import Imaging
import Lessons
import Notebook

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a lesson: its text, its code, its figures, its report.",
    discussion: """
      Example: alih run ideal-image --language id --output results
      Example: alih run fine-tuning --data photos --network resnet20.safetensors
      """)

  @Argument(help: "The lesson's id, its number, or all.")
  var lesson: String

  @OptionGroup var language: LanguageOption

  @Option(help: "The first of five consecutive seeds.")
  var seed: UInt64 = 1

  @Option(help: "The folder for figures and reports.")
  var output = "output"

  @Option(help: "A JPEG or PNG of your own, for lessons that work with one: \(RunCommand.lessonsWithPicture).")
  var image: String?

  @OptionGroup var reports: ReportOption

  @OptionGroup var pictures: PictureOption

  @OptionGroup var material: MaterialOptions

  @Flag(inversion: .prefixedNo, help: "Wait for Enter before each section, on a terminal.")
  var pause = true

  func run() throws {
    let chosen = try lessons()
    let options = RunOptions(
      language: language.chosen, seed: seed, output: URL(filePath: output, directoryHint: .isDirectory),
      picture: try picture(for: chosen), pauses: pause, handlesInterrupt: true,
      reports: reports.formats)
    let terminal = Terminal.standard(pictures: pictures.chosen)
    let results = try chosen.map { lesson in
      let result = try lesson.run(on: terminal, options: options)
      Records(language: language.chosen).note { progress, day in
        guard !lesson.isOnOwnMaterial else { return }
        progress.note(.run, lesson.id, on: day)
        if terminal.acceptsInput { progress.note(.read, lesson.id, on: day) }
      }
      return result
    }
    // What is claimed of a reader's own material is a prediction; that it fails is a finding, no failure.
    let failed = zip(chosen, results).filter { !$0.isOnOwnMaterial && !$1.failedClaims.isEmpty }
    if !failed.isEmpty { throw ExitCode(2) }
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
    allLessons.filter(\.lesson.takesPicture).map(\.id).joined(separator: ", ")
  }

  private func lessons() throws -> [Lesson] {
    if lesson == "all" { return try allLessons.map { try material.version(of: $0) } }
    return [try material.version(of: try Course.lesson(lesson))]
  }
}
