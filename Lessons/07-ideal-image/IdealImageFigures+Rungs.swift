import Charts
import Experiments
import Notebook

/// The figures of the rungs above the variation loss, each with its title and alternative text in both languages.
extension IdealImageFigures {
  /// Three objectives from one noise; `rows[subject][objective]`.
  func objectives(_ rows: [[Drawing]]) throws {
    let title = Phrase(
      en: "Three things to ask for, with the same variation loss",
      id: "Tiga hal yang dapat diminta, dengan kerugian variasi yang sama")
    try page.figure(
      "objectives",
      grid(
        title, columns: ["ln p", "p", "logit z"], rows: rows
      ))
  }

  /// Pixels and waves after some numbers of steps; `ways[way][moment][subject]`.
  func waves(_ moments: [Int], _ ways: [[[Drawing]]], _ subjects: [Subject]) throws {
    let title = Phrase(en: "Pixels and waves, step by step", id: "Piksel dan gelombang, langkah demi langkah")
    let columns = [page("pixels", id: "piksel"), page("waves", id: "gelombang")].flatMap { way in
      moments.map { "\(way), \($0)" }
    }
    let rows = subjects.indices.map { subject in ways.flatMap { way in way.map { $0[subject] } } }
    try page.figure("waves", grid(title, columns: columns, rows: rows, factor: 2))
  }

  /// Ways of looking; `rows[subject][view]`.
  func views(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "Looked at from many sides", id: "Dilihat dari banyak sisi")
    try page.figure(
      "views",
      grid(
        title,
        columns: [
          page("straight", id: "lurus"), page("moved", id: "digeser"), page("scaled", id: "diskala"),
          page("turned", id: "diputar"), page("all three", id: "ketiganya"),
        ], rows: rows
      ))
  }

  /// What the twin draws from every noise; `rows[subject][seed]`.
  func robust(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "What the robust twin draws", id: "Yang digambar kembaran tangguh")
    try page.figure(
      "robust", grid(title, columns: page.seeds.map { page("seed \($0)", id: "benih \($0)") }, rows: rows, factor: 2)
    )
  }

  /// The strip that goes through the lesson; `rows[subject][rung]`.
  func hero(_ rows: [[Drawing]]) throws {
    let title = Phrase(en: "From noise to an idea of an animal", id: "Dari derau ke bayangan seekor hewan")
    try page.figure(
      "hero",
      grid(
        title,
        columns: [
          page("noise", id: "derau"), page("variation loss", id: "kerugian variasi"),
          page("logit, waves", id: "logit, gelombang"), page("views", id: "pandangan"),
          page("robust network", id: "jaringan tangguh"),
        ], rows: rows
      ))
  }

  /// Every class from every noise; `rows[class][seed]`, two classes side by side.
  func classes(_ rows: [[Drawing]]) throws {
    let half = rows.count / 2
    let shown = (0..<half).map { row in
      [rows[row], rows[row + half]].flatMap { drawings in
        drawings.prefix(4).enumerated().map { place, drawing in
          let judge = page.format(drawing.judge, as: .percent)
          let name = place == 0 ? [PictureGrid.Caption.strong(page(drawing.subject.phrase))] : [.muted(" ")]
          let opinion = PictureGrid.Caption.muted(page("judge \(judge)", id: "juri \(judge)"))
          return PictureGrid.Cell(drawing.picture, caption: name + [opinion])
        }
      }
    }
    try page.figure("classes", PictureGrid(rows: shown, factor: 2))
  }

  /// Stripe coherence of the classes' real and ideal pictures, each in multiples of their own mean; `real[class][picture]`,
  /// `ideal[class][seed]`.
  func coherence(_ all: [Subject], _ real: [[Float]], _ ideal: [[Float]]) throws {
    let order = all.indices.sorted { real[$0].mean > real[$1].mean }
    func series(_ name: String, _ coherence: [[Float]]) -> BarChart.Series {
      let mean = coherence.map(\.mean).mean
      let points = order.map { DataPoint(x: 0, values: coherence[$0].map { Double($0 / mean) }) }
      return BarChart.Series(name, points.map(\.y), spreads: points.map(\.spread))
    }
    try page.figure(
      "coherence",
      BarChart(
        categories: order.map { page(all[$0].phrase) },
        value: Axis(
          page("stripe coherence, × the mean of all classes", id: "koherensi garis, × rata-rata semua kelas")),
        series: [
          series(page("real pictures", id: "gambar nyata"), real),
          series(page("ideal pictures", id: "gambar ideal"), ideal),
        ]))
  }

  /// What must not convince: a random network's picture, a picture called by another name, and calm alone.
  func controls(_ controls: [[Drawing]], _ real: [Drawing], _ subjects: [Subject]) throws {
    let names = [
      page("random network", id: "jaringan acak"), page("another class's name", id: "nama kelas lain"),
      page("variation loss alone", id: "kerugian variasi saja"), page("robust network", id: "jaringan tangguh"),
    ]
    let points = (controls + [real]).map { drawings in
      DataPoint(x: 0, values: drawings.perSeed(\.judge).map(Double.init))
    }
    try page.figure(
      "controls",
      BarChart(
        categories: names,
        value: .percent(page("judge's probability of the class", id: "probabilitas kelas menurut juri"), range: 0...1),
        series: [.init("", points.map(\.y), spreads: points.map(\.spread))], valueFormat: .percent(decimals: 1)))
  }

  /// Rows of subjects under named columns.
  private func grid(_ title: Phrase, columns: [String], rows: [[Drawing]], factor: Int? = nil) -> PictureGrid {
    PictureGrid(
      title: page(title), columnHeadings: columns, rowHeadings: rows.map { page($0[0].subject.phrase) },
      rows: rows.map { $0.map { cell($0) } }, factor: factor, style: page.style)
  }
}
