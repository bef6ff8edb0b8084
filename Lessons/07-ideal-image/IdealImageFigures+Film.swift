import Charts
import Experiments
import Imaging
import Notebook

/// The film of the optimisation, and a strip of its frames.
extension IdealImageFigures {
  /// Both, with the two terms of the loss under every picture.
  func film(_ frames: [Frame], of subjects: [Subject]) throws {
    let title = Phrase(en: "The optimisation as a film", id: "Optimisasi sebagai film")
    try page.film(
      "film", title: title,
      alternative: Phrase(
        en: """
          A film of {{film.frames}} frames: from grey noise cat, dog and zebra appear. The logit goes from \
          {{film.first.logit}} to {{film.last.logit}}, the cost of the variation from {{film.first.variation}} to \
          {{film.last.variation}}.
          """,
        id: """
          Film {{film.frames}} bingkai: dari derau kelabu muncul kucing, anjing, dan zebra. Logitnya dari \
          {{film.first.logit}} ke {{film.last.logit}}, biaya variasinya dari {{film.first.variation}} ke \
          {{film.last.variation}}.
          """),
      frames: frames.map { image(of: $0, subjects) }, still: image(of: frames[frames.count - 1], subjects),
      duration: 0.25)

    let moments = [0, 4, 11, 24, 48, frames.last?.step ?? 0]
    let chosen = moments.compactMap { moment in frames.first { $0.step == moment } }
    try page.figure(
      "film-strip",
      PictureGrid(
        columnHeadings: chosen.map { page("\($0.step) steps", id: "\($0.step) langkah") },
        rowHeadings: subjects.map { page($0.phrase) },
        rows: subjects.indices.map { row in chosen.map { cell(row, of: $0) } }, factor: 2))
  }

  private func image(of frame: Frame, _ subjects: [Subject]) -> Image {
    PictureGrid(
      title: page("After \(frame.step) steps", id: "Setelah \(frame.step) langkah"),
      columnHeadings: subjects.map { page($0.phrase) }, rows: [subjects.indices.map { cell($0, of: frame) }],
      factor: 3, style: page.style
    ).image()
  }

  private func cell(_ row: Int, of frame: Frame) -> PictureGrid.Cell {
    let logit = page.format(frame.objectives[row], as: .number(digits: 1))
    let cost = page.format(frame.variations[row], as: .number(digits: 1))
    return PictureGrid.Cell(frame.pictures[row], caption: [.init("z = \(logit)"), .muted("w · V = \(cost)")])
  }
}
