import FileAccess
import Foundation
import Imaging
import Notebook
import TransferLearning

/// What is written down about a training, an adaptation or a choice: its figures as PNG files, `report.md` beside them, and
/// `metrics.csv` with the numbers of a training's epochs.
public struct TrainingReport {
  private let folder: OutputFolder
  private let language: Language

  /// A report in a folder, which is made where it is not there.
  /// - Throws: one line if it cannot be written, before anything is trained.
  public init(in folder: URL, language: Language) throws {
    self.folder = try OutputFolder(folder)
    self.language = language
  }

  /// Draws the figures of a training and writes all files.
  /// - Throws: one line if a file cannot be written.
  public func write(_ trained: TrainedNetwork, of training: NetworkTraining, to file: URL) throws -> [URL] {
    let text = TrainingText(training: training, trained: trained, file: file, language: language)
    let written = try write(
      TrainingFigures(training: training, trained: trained, language: language).all, outOf: TrainingFigure.names,
      seed: training.settings.seed, text: text.markdown)
    guard !trained.epochs.isEmpty else {
      // A head that is found in one go has no epochs, and those of an earlier training are not its own.
      Folder.removeFile(folder.url.appending(path: TrainingReport.metrics))
      return written
    }
    return written + [try folder.write(Data(trained.epochs.csv.utf8), to: TrainingReport.metrics)]
  }

  private static let metrics = "metrics.csv"

  /// Draws the figures of an adaptation and writes all files.
  /// - Throws: one line if a file cannot be written.
  public func write(_ adapted: AdaptedNetwork, of training: AdaptationTraining, to file: URL) throws -> [URL] {
    let text = AdaptationText(training: training, adapted: adapted, file: file, language: language)
    return try write(
      AdaptationFigures(training: training, adapted: adapted, language: language).all, outOf: AdaptationFigures.names,
      seed: training.settings.seed, text: text.markdown)
  }

  /// Draws the figures of a choice and writes all files.
  /// - Throws: one line if a file cannot be written.
  public func write(_ choice: NetworkChoice) throws -> [URL] {
    try write(
      ChoiceFigures(choice: choice, language: language).all, outOf: ChoiceFigures.names, seed: choice.settings.seed,
      text: ChoiceText(choice: choice, language: language).markdown)
  }

  /// Draws the curve of a search for a learning rate.
  /// - Throws: one line if the file cannot be written.
  public func write(_ search: RateSearch, of training: NetworkTraining) throws -> URL {
    try write(search.figure(in: language), seed: training.settings.seed)
  }

  /// Writes figures and text; figures of an earlier report that this one has not, out of all names, are removed.
  private func write(
    _ figures: [TrainingFigure], outOf names: [String], seed: UInt64, text: ([TrainingFigure]) -> String
  ) throws -> [URL] {
    let pictures = try figures.map { try write($0, seed: seed) }
    let report = try folder.write(Data(text(figures).utf8), to: "report.md")
    for name in names where !figures.contains(where: { $0.name == name }) {
      Folder.removeFile(folder.url.appending(path: "\(name).png"))
    }
    return pictures + [report]
  }

  private func write(_ figure: TrainingFigure, seed: UInt64) throws -> URL {
    try folder.write(
      figure.image.pngData(text: [
        "Title": figure.title, "Description": figure.alternative, "Seed": "\(seed)", "Software": Release.software,
      ]), to: "\(figure.name).png")
  }
}
