import Charts
import Datasets
import FileAccess
import Foundation
import Imaging
import Notebook

/// A labelled sheet with pictures of the Menagerie.
public struct ContactSheet {
  private let cells: [PictureGrid.Cell]
  private let columns: Int
  private let title, description: Phrase
  private let seed: UInt64
  private let language: Language

  /// Some pictures of every class of a world, eight in a row where that gives every class its place.
  public init(of world: Menagerie, count: Int, size: Int, language: Language) {
    let classes = world.task.classes
    cells = classes.indices.flatMap { label in
      world.testScenes(of: label, count: count).map { scene in
        PictureGrid.Cell(
          scene.picture(size: size, style: world.style).withChannels(3),
          caption: [.init(Phrase(classes[label].name)(language))])
      }
    }
    columns = max(1, 8 / count) * count
    title = Phrase(en: "The Menagerie: \(world.task.id)", id: "Menagerie: \(world.task.id)")
    description = Phrase(
      en: "\(count) pictures of each class: \(world.task.classNames.map(\.english).joined(separator: ", ")).",
      id: "\(count) gambar setiap kelas: \(world.task.classNames.map(\.indonesian).joined(separator: ", ")).")
    seed = world.seed
    self.language = language
  }

  /// One scene in some styles, side by side.
  public init(of scene: Scene, styles: [Style], size: Int, seed: UInt64, language: Language) {
    cells = styles.map { style in
      PictureGrid.Cell(
        scene.picture(size: size, style: style).withChannels(3), caption: [.init(Phrase(style.name)(language))])
    }
    columns = styles.count
    title = Phrase(scene.caption)
    description = Phrase(
      en: "\(scene.caption.english), as \(styles.map(\.name.english).joined(separator: ", ")).",
      id: "\(scene.caption.indonesian), sebagai \(styles.map(\.name.indonesian).joined(separator: ", ")).")
    self.seed = seed
    self.language = language
  }

  /// The sheet as a picture.
  public func image() -> Image {
    PictureGrid(cells: cells, columns: columns, factor: 1).image()
  }

  /// Draws the sheet and writes it as a PNG, making its folder if needed.
  /// - Throws: one line if it cannot be written.
  public func write(to file: URL) throws {
    do throws(FileProblem) { try Folder.make(file.deletingLastPathComponent()) } catch {
      throw NotebookError.unwritable(error)
    }
    try image().writePNG(
      to: file,
      text: [
        "Title": title(language), "Description": description(language), "Seed": "\(seed)",
        "Software": Release.software,
      ])
  }
}

extension Phrase {
  /// The name of a class as a phrase on one line.
  package init(_ name: ClassName) {
    self.init(en: name.english.onOneLine, id: name.indonesian.onOneLine)
  }
}
