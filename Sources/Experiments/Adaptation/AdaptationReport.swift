import FileAccess
import Foundation
import Imaging
import Notebook
import TransferLearning

/// What is written down about an adaptation: its figures as PNG files, and `report.md` beside them.
public struct AdaptationReport {
  private let folder: OutputFolder
  private let language: Language

  /// A report in a folder, which is made where it is not there.
  /// - Throws: one line if it cannot be written, before anything is trained.
  public init(in folder: URL, language: Language) throws {
    self.folder = try OutputFolder(folder)
    self.language = language
  }

  /// Draws the figures and writes all files; figures of an earlier adaptation that this one has not are removed.
  /// - Throws: one line if a file cannot be written.
  public func write(_ adapted: AdaptedNetwork, of training: AdaptationTraining, to file: URL) throws -> [URL] {
    let figures = AdaptationFigures(training: training, adapted: adapted, language: language).all
    let pictures = try figures.map { figure in
      try folder.write(
        figure.image.pngData(text: [
          "Title": figure.title, "Description": figure.alternative, "Seed": "\(training.settings.seed)",
          "Software": Release.software,
        ]), to: "\(figure.name).png")
    }
    let text = AdaptationText(training: training, adapted: adapted, file: file, language: language)
    let report = try folder.write(Data(text.markdown(figures).utf8), to: "report.md")
    for name in AdaptationFigures.names where !figures.contains(where: { $0.name == name }) {
      Folder.removeFile(folder.url.appending(path: "\(name).png"))
    }
    return pictures + [report]
  }
}
