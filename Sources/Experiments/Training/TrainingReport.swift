import FileAccess
import Foundation
import Imaging
import Notebook
import TransferLearning

/// What is written down about a training: its figures as PNG files, and `report.md` beside them.
public struct TrainingReport {
  private let folder: OutputFolder
  private let language: Language

  /// A report in a folder, which is made where it is not there.
  /// - Throws: one line if it cannot be written, before anything is trained.
  public init(in folder: URL, language: Language) throws {
    self.folder = try OutputFolder(folder)
    self.language = language
  }

  /// Draws the figures and writes all files; figures of an earlier training that this one has not are removed.
  /// - Throws: one line if a file cannot be written.
  public func write(_ trained: TrainedNetwork, of training: NetworkTraining, to file: URL) throws -> [URL] {
    let figures = TrainingFigures(training: training, trained: trained, language: language).all
    let pictures = try figures.map { figure in
      try folder.write(
        figure.image.pngData(text: [
          "Title": figure.title, "Description": figure.alternative, "Seed": "\(training.settings.seed)",
          "Software": Release.software,
        ]), to: "\(figure.name).png")
    }
    let text = TrainingText(training: training, trained: trained, file: file, language: language)
    let report = try folder.write(Data(text.markdown(figures).utf8), to: "report.md")
    for name in TrainingFigure.names where !figures.contains(where: { $0.name == name }) {
      Folder.removeFile(folder.url.appending(path: "\(name).png"))
    }
    return pictures + [report]
  }
}
