import Charts
import Experiments
import Imaging
import Notebook

/// The figures of the lesson on own material.
extension IdealImageFigures {
  /// Real pictures that the network is surest of, a row for each subject.
  func ownReal(_ rows: [[Drawing]], _ bench: LessonMaterial) throws {
    let title = Phrase(
      en: "The pictures of yours that the network is surest of", id: "Gambar Anda yang paling diyakini jaringan")
    let names = Phrase.list(rows.map { bench.name($0[0].subject.name) })
    try page.figure(
      "real", title: title,
      alternative: Phrase(
        en:
          "Five real pictures for each of: \(names.en), with the probability of the class and the variation under each.",
        id: "Lima gambar nyata untuk masing-masing: \(names.id), dengan probabilitas kelas dan variasinya."),
      image: ownGrid(columns: [], rows, bench).image())
  }

  /// What came of every seed without variation loss, a row for each subject.
  func ownSeeds(_ rows: [[Drawing]], _ bench: LessonMaterial) throws {
    try page.figure("pixels", ownGrid(columns: seedNames, rows, bench))
  }

  /// Probability and fine detail against the weight, with their spread over the seeds.
  func ownWeights(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    try page.figure(
      "weights",
      LineChart(
        x: Axis(page("weight of the variation loss", id: "bobot kerugian variasi"), scale: .logarithmic),
        panels: [
          panel(
            weights, drawings, .percent(page("probability of the class", id: "probabilitas kelas")), \.probability),
          panel(
            weights, drawings,
            Axis(page("fine detail, × a real picture's", id: "rincian halus, × gambar nyata"), scale: .logarithmic),
            \.detail),
        ]))
  }

  /// The noise and what three ways make of it, a row for each subject.
  func ownRungs(_ rows: [[Drawing]], _ bench: LessonMaterial) throws {
    try page.figure(
      "rungs",
      ownGrid(
        columns: [
          page("noise", id: "derau"), page("pixels alone", id: "piksel saja"),
          page("with variation loss", id: "dengan kerugian variasi"), page("full recipe", id: "resep lengkap"),
        ], rows, bench))
  }

  /// What the full recipe draws from every seed, a row for each subject.
  func ownGallery(_ rows: [[Drawing]], _ bench: LessonMaterial) throws {
    try page.figure("gallery", ownGrid(columns: seedNames, rows, bench))
  }

  private var seedNames: [String] { page.seeds.map { page("seed \($0)", id: "benih \($0)") } }

  /// Pictures with the probability of their class and their variation.
  private func ownGrid(columns: [String], _ rows: [[Drawing]], _ bench: LessonMaterial) -> PictureGrid {
    PictureGrid(
      columnHeadings: columns, rowHeadings: rows.map { page(bench.name($0[0].subject.name)) },
      rows: rows.map { row in
        row.map { drawing -> PictureGrid.Cell? in
          let factor = page.format(drawing.variation, as: .factor)
          return PictureGrid.Cell(
            drawing.picture.fitted(to: 128),
            caption: [
              .init("p = \(page.format(drawing.probability, as: .percent))"),
              .muted(page("variation \(factor)", id: "variasi \(factor)")),
            ])
        }
      }, factor: 1)
  }
}
