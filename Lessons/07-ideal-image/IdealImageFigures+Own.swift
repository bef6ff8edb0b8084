import Charts
import Imaging
import Notebook

/// The figures of the lesson on own material.
extension IdealImageFigures {
  /// Real pictures that the network is surest of, a row for each subject.
  func ownReal(_ rows: [[Drawing]], _ bench: Workbench) throws {
    let title = Phrase(
      en: "The pictures of yours that the network is surest of", id: "Gambar Anda yang paling diyakini jaringan")
    let names = Phrase.list(rows.map { bench.name($0[0].subject.name) })
    try page.figure(
      "real", title: title,
      alternative: Phrase(
        en:
          "Five real pictures for each of: \(names.en), with the probability of the class and the variation under each.",
        id: "Lima gambar nyata untuk masing-masing: \(names.id), dengan probabilitas kelas dan variasinya."),
      image: ownGrid(title, columns: [], rows, bench))
  }

  /// What came of every seed without variation loss, a row for each subject.
  func ownSeeds(_ rows: [[Drawing]], _ bench: Workbench) throws {
    let title = Phrase(en: "Gradient descent on the pixels alone", id: "Penurunan gradien pada piksel saja")
    try page.figure(
      "pixels", title: title,
      alternative: Phrase(
        en: """
          Pictures of {{material.subjects}} from five noises each. The network gives {{pixels.probability}}; fine detail is \
          {{pixels.detail}} a real picture's.
          """,
        id: """
          Gambar {{material.subjects}} dari lima derau masing-masing. Jaringan memberi {{pixels.probability}}; rincian \
          halusnya {{pixels.detail}} gambar nyata.
          """),
      image: ownGrid(title, columns: seedNames, rows, bench))
  }

  /// Probability and fine detail against the weight, with their spread over the seeds.
  func ownWeights(_ weights: [Float], _ drawings: [[Drawing]]) throws {
    let title = Phrase(en: "What the weight of the variation loss does", id: "Pengaruh bobot kerugian variasi")
    try page.figure(
      "weights", title: title,
      alternative: Phrase(
        en: """
          Two curves against the weight from {{weights.lightest}} to {{weights.heaviest}}: fine detail goes from \
          {{weights.lightest.detail}} to {{weights.heaviest.detail}} a real picture's, the probability of {{weights.subject}} ends at \
          {{weights.heaviest.probability}}.
          """,
        id: """
          Dua kurva terhadap bobot dari {{weights.lightest}} sampai {{weights.heaviest}}: rincian halus bergerak dari \
          {{weights.lightest.detail}} ke {{weights.heaviest.detail}} gambar nyata, probabilitas {{weights.subject}} berakhir \
          pada {{weights.heaviest.probability}}.
          """),
      image: LineChart(
        title: page(title),
        x: Axis(page("weight of the variation loss", id: "bobot kerugian variasi"), scale: .logarithmic),
        panels: [
          panel(
            weights, drawings, .percent(page("probability of the class", id: "probabilitas kelas")), \.probability),
          panel(
            weights, drawings,
            Axis(page("fine detail, × a real picture's", id: "rincian halus, × gambar nyata"), scale: .logarithmic),
            \.detail),
        ], style: page.style
      ).image())
  }

  /// The noise and what three ways make of it, a row for each subject.
  func ownRungs(_ rows: [[Drawing]], _ bench: Workbench) throws {
    let title = Phrase(en: "One noise, three ways", id: "Satu derau, tiga cara")
    try page.figure(
      "rungs", title: title,
      alternative: Phrase(
        en: """
          For each of {{material.subjects}}: noise; what pixels alone become, {{recipe.without.probability}}; with variation \
          loss, {{recipe.with.probability}}; by the full recipe, {{recipe.recipe.probability}}.
          """,
        id: """
          Untuk masing-masing dari {{material.subjects}}: derau; hasil piksel saja, {{recipe.without.probability}}; dengan \
          kerugian variasi, {{recipe.with.probability}}; dengan resep lengkap, {{recipe.recipe.probability}}.
          """),
      image: ownGrid(
        title,
        columns: [
          page("noise", id: "derau"), page("pixels alone", id: "piksel saja"),
          page("with variation loss", id: "dengan kerugian variasi"), page("full recipe", id: "resep lengkap"),
        ], rows, bench))
  }

  /// What the full recipe draws from every seed, a row for each subject.
  func ownGallery(_ rows: [[Drawing]], _ bench: Workbench) throws {
    let title = Phrase(en: "The ideal pictures", id: "Gambar-gambar idealnya")
    try page.figure(
      "gallery", title: title,
      alternative: Phrase(
        en: """
          Ideal pictures of {{material.subjects}} from five noises each, by the full recipe; the network gives \
          {{recipe.recipe.probability}}, and {{recipe.recipe.survival}} when they are moved, turned and scaled.
          """,
        id: """
          Gambar ideal {{material.subjects}} dari lima derau masing-masing, dengan resep lengkap; jaringan memberi \
          {{recipe.recipe.probability}}, dan {{recipe.recipe.survival}} bila digeser, diputar, dan diskalakan.
          """),
      image: ownGrid(title, columns: seedNames, rows, bench))
  }

  private var seedNames: [String] { page.seeds.map { page("seed \($0)", id: "benih \($0)") } }

  /// Pictures with the probability of their class and their variation.
  private func ownGrid(_ title: Phrase, columns: [String], _ rows: [[Drawing]], _ bench: Workbench) -> Image {
    PictureGrid(
      title: page(title), columnHeadings: columns, rowHeadings: rows.map { page(bench.name($0[0].subject.name)) },
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
      }, factor: 1, style: page.style
    ).image()
  }
}
