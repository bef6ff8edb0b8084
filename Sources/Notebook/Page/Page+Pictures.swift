import Charts
import Foundation
import Imaging

extension Page {
  /// Writes a chart or a grid of pictures as `ID.png` in the lesson's folder, with title, alternative text, lesson, seed and
  /// version.
  ///
  /// Title, alternative text and caption stand in the lesson's text, `<!-- figure: ID … -->`, and may show values measured so
  /// far, `{{cell.name}}`. Throws if title or alternative text is missing, a value is unknown, the id was used before, or
  /// the file can't be written.
  public func figure(_ id: String, _ chart: some Chart) throws {
    var chart = chart
    let words = try words(ofFigure: id)
    chart.title = words.title
    chart.style = style
    try write(id, words, chart.image().pngData)
  }

  /// Writes an animated figure in the same way; where nothing can move, `still` is what is seen.
  ///
  /// `frames` is given the title that each frame is to have.
  public func film(
    _ id: String, still: Image, duration: Double, frames: (_ title: String) throws -> [Image]
  ) throws {
    let words = try words(ofFigure: id)
    let film = AnimatedPNG(frames: try frames(words.title), still: still, duration: duration, rest: 3)
    try write(id, words, film.data)
  }

  /// The look of figures in the reader's language.
  public var style: ChartStyle { ChartStyle(language) }

  private typealias Words = (title: String, alternative: String, caption: String?)

  /// What a figure says, with its values.
  private func words(ofFigure id: String) throws(NotebookError) -> Words {
    guard let words = wording.figure(id, language), !words.title.isEmpty, !words.alternative.isEmpty else {
      throw .noWords("figure", id, in: lesson.textFile(language).lastPathComponent)
    }
    func filled(_ text: String, isPlain: Bool) throws(NotebookError) -> String {
      try Template(text).filled(with: measurements, in: language, isPlain: isPlain) { _ in "figure \(id)" }
    }
    return (
      try filled(words.title, isPlain: true), try filled(words.alternative, isPlain: true),
      try words.caption.map { text throws(NotebookError) in try filled(text, isPlain: false) }
    )
  }

  private func write(
    _ id: String, _ words: Words, _ data: ([(key: String, value: String)]) -> Data
  ) throws(NotebookError) {
    if figures.contains(where: { $0.id == id }) { throw NotebookError.usedTwice(id) }
    let file = try write(data, to: "\(id).png", title: words.title, description: words.alternative)
    add(
      Figure(
        id: id, cell: cell, title: words.title, alternative: words.alternative, caption: words.caption,
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
  ) throws(NotebookError) -> URL {
    var text = [(key: "Title", value: title)]
    if let description { text.append((key: "Description", value: description)) }
    text.append((key: "Lesson", value: lesson.id))
    text.append((key: "Seed", value: "\(seed)"))
    text.append((key: "Software", value: Release.software))
    return try output.write(data(text), to: path)
  }
}
