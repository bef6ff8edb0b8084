import ArgumentParser
import Foundation
import Notebook

struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Goes through a lesson one cell at a time: run, skip, look at the source, go back.",
    discussion: "Example: alih step domains")

  @Argument(help: "The lesson's id or number.")
  var lesson: String

  @Flag(help: "Begin at the beginning, not where you were.")
  var restart = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The first of five consecutive seeds.")
  var seed: UInt64 = 1

  @Option(help: "The folder for figures and the report.")
  var output = "output"

  @OptionGroup var reports: ReportOption

  @OptionGroup var pictures: PictureOption

  @OptionGroup var material: MaterialOptions

  func run() throws {
    let lesson = try material.version(of: try Course.lesson(lesson))
    let terminal = Terminal.standard(pictures: pictures.chosen)
    let records = Records(language: language.chosen)
    let options = RunOptions(
      language: language.chosen, seed: seed, output: URL(filePath: output, directoryHint: .isDirectory),
      handlesInterrupt: true, reports: reports.formats)
    guard !lesson.isOnOwnMaterial else {
      _ = try lesson.step(on: terminal, from: nil, options: options) { _ in }
      return
    }
    let cell = restart ? nil : records.load().nextCell(of: lesson.id)
    let (isFinished, result) = try lesson.step(on: terminal, from: cell, options: options) { next in
      records.note { progress, _ in progress.noteNextCell(next, of: lesson.id) }
    }
    records.note { progress, day in
      if isFinished { progress.note(.read, lesson.id, on: day) }
      if result != nil { progress.note(.run, lesson.id, on: day) }
    }
    if result?.failedClaims.isEmpty == false { throw ExitCode(2) }
  }
}
