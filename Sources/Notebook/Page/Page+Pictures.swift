import Foundation
import Imaging

extension Page {
  /// Writes a figure as `ID.png` in the lesson's folder, with title, alternative text, lesson, seed and version.
  ///
  /// `alternative` and `caption` may show values measured so far, `{{cell.name}}`. Throws if the title or the
  /// alternative text is empty, a value is unknown, the id was used before, or the file can't be written.
  public func figure(
    _ id: String, title: Phrase, alternative: Phrase, caption: Phrase? = nil, image: Image
  ) throws {
    try figure(id, title, alternative, caption) { image.pngData(text: $0) }
  }

  /// Writes an animated figure in the same way; where nothing can move, `still` is what is seen.
  public func film(
    _ id: String, title: Phrase, alternative: Phrase, caption: Phrase? = nil, frames: [Image], still: Image,
    duration: Double
  ) throws {
    let film = AnimatedPNG(frames: frames, still: still, duration: duration, rest: 3)
    try figure(id, title, alternative, caption) { film.data(text: $0) }
  }

  private func figure(
    _ id: String, _ title: Phrase, _ alternative: Phrase, _ caption: Phrase?,
    data: ([(key: String, value: String)]) -> Data
  ) throws {
    try requireText(title, "title", ofFigure: id)
    try requireText(alternative, "alternative text", ofFigure: id)
    if figures.contains(where: { $0.id == id }) { throw NotebookError.usedTwice(id) }
    let title = try filled(title, of: id)
    let alternative = try filled(alternative, of: id)
    let file = try write(data, to: "\(id).png", title: title, description: alternative)
    add(
      Figure(
        id: id, cell: cell, title: title, alternative: alternative, caption: try caption.map { try filled($0, of: id) },
        fileName: "\(id).png", file: file))
  }

  /// Writes the picture's own pixels as `pictures/NAME.png`, reads the file again and returns what it holds.
  ///
  /// Numbers shown under a picture are computed from what this returns, so that they are true of the file.
  public func picture(_ name: String, _ image: Image) throws -> Image {
    let file = try write(image.pngData, to: "pictures/\(name).png", title: name, description: nil)
    return try Image(contentsOf: file)
  }

  private func write(
    _ data: ([(key: String, value: String)]) -> Data, to path: String, title: String, description: String?
  ) throws -> URL {
    var text = [(key: "Title", value: title)]
    if let description { text.append((key: "Description", value: description)) }
    text.append((key: "Lesson", value: lesson.id))
    text.append((key: "Seed", value: "\(seed)"))
    text.append((key: "Software", value: Release.software))
    return try output.write(data(text), to: path)
  }

  private func requireText(_ phrase: Phrase, _ what: String, ofFigure id: String) throws(NotebookError) {
    for language in Language.allCases where phrase(language).isBlank {
      throw .emptyText(what, ofFigure: id, in: language)
    }
  }

  /// The phrase with its values; both languages are filled, so that a mistake in either shows in every run.
  private func filled(_ phrase: Phrase, of figure: String) throws(NotebookError) -> String {
    for language in Language.allCases {
      _ = try Template(phrase(language)).filled(with: measurements, in: language) { _ in "figure \(figure)" }
    }
    return try Template(phrase(language)).filled(with: measurements, in: language) { _ in "figure \(figure)" }
  }
}
