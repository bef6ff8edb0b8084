import Charts
import Datasets
import Foundation
import Imaging
import Notebook

/// A labelled sheet with some pictures of every class of the Menagerie.
public struct ContactSheet {
  private let count, size: Int
  private let seed: UInt16
  private let language: Language

  /// A sheet of `count` pictures a class, each `size` pixels wide and high.
  public init(count: Int, size: Int, seed: UInt16, language: Language) {
    self.count = count
    self.size = size
    self.seed = seed
    self.language = language
  }

  /// The sheet as a picture, eight pictures in a row where that gives every class its place.
  public func image() -> Image {
    let world = Menagerie(seed: seed)
    let classes = world.task.classes
    let cells = classes.indices.flatMap { label in
      let name = classes[label].name
      return (0..<count).map { index in
        PictureGrid.Cell(
          world.testScene(index * classes.count + label).picture(size: size),
          caption: [.init(language == .en ? name.english : name.indonesian)])
      }
    }
    return PictureGrid(cells: cells, columns: max(1, 8 / count) * count, factor: 1).image()
  }

  /// Draws the sheet and writes it as a PNG, making its folder if needed.
  /// - Throws: one line if it cannot be written.
  public func write(to file: URL) throws {
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let title = Phrase(en: "The Menagerie", id: "Menagerie")
    let alternative = Phrase(
      en: "\(count) pictures of each of the Menagerie's classes.", id: "\(count) gambar dari setiap kelas Menagerie.")
    try image().writePNG(
      to: file,
      text: [
        "Title": title(language), "Description": alternative(language), "Seed": "\(seed)", "Software": Release.software,
      ])
  }
}
