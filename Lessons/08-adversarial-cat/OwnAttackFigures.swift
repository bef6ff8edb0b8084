import Charts
import Experiments
import Imaging
import ModelZoo
import Notebook

/// The figures of the lesson on own material, with their titles and alternative texts in both languages.
struct OwnAttackFigures {
  let page: Page
  let cells: AdversarialCatOnOwnPictures

  private var parts: ExhibitCells {
    ExhibitCells(
      page: page, names: cells.network.classes.map(cells.bench.name), shown: [cells.own, cells.target])
  }

  private var own: Phrase { cells.bench.name(cells.network.classes[cells.own]) }
  private var target: Phrase { cells.bench.name(cells.network.classes[cells.target]) }

  /// Some pictures as the network receives them.
  func quarry(_ shown: [Exhibit]) throws {
    try page.figure("quarry", grid(columns: [], [shown.map { parts.cell($0) }]))
  }

  /// One picture, shaken by chance and moved along the signs of the gradient.
  func oneStep(_ shown: [Exhibit]) throws {
    try page.figure(
      "one-step",
      grid(
        columns: [
          page("original", id: "asli"), page("random, ±8/255", id: "acak, ±8/255"),
          page("one step, ±8/255", id: "satu langkah, ±8/255"),
        ], [shown.map { parts.cell($0) }]))
  }

  /// Targeted success against ε for three ways to change a picture; `rates[ε][way][seed]`.
  func levels(_ levels: [Float], _ rates: [[[Float]]]) throws {
    let title = Phrase(
      en: "How many are taken for the target: \(target.en)", id: "Berapa banyak yang disangka target: \(target.id)")
    let names = [
      page("random", id: "acak"), page("one step (FGSM)", id: "satu langkah (FGSM)"),
      page("ten steps with momentum", id: "sepuluh langkah dengan momentum"),
    ]
    try page.figure(
      "levels", title: title,
      alternative: Phrase(
        en: """
          Three curves of the share of pictures that are taken for {{quarry.target}}, against ε from 1 to 16 of 255 levels. At \
          8: random {{levels.random.8}}, one step {{levels.one.8}}, ten steps {{levels.ten.8}}.
          """,
        id: """
          Tiga kurva bagian gambar yang disangka {{quarry.target}}, terhadap ε dari 1 sampai 16 dari 255 aras. Pada 8: acak \
          {{levels.random.8}}, satu langkah {{levels.one.8}}, sepuluh langkah {{levels.ten.8}}.
          """),
      caption: Phrase(
        en: "Mean and standard deviation over \(page.seeds.count) seeds.",
        id: "Rata-rata dan simpangan baku dari \(page.seeds.count) benih."),
      image: LineChart(
        title: page(title),
        x: Axis(
          page("ε, in levels of 255", id: "ε, dalam aras dari 255"), ticks: levels.map(Double.init),
          format: .number(decimals: 0)),
        y: .percent(page("taken for the target", id: "disangka target"), range: 0...1),
        series: names.indices.map { way in
          .init(names[way], zip(levels, rates).map { DataPoint(x: Double($0), values: $1[way].map(Double.init)) })
        }, height: 360, style: page.style
      ).image())
  }

  /// Pictures, what was changed, and what became of them.
  func steps(_ rows: [[Exhibit]]) throws {
    let title = Phrase(
      en: "Changed until the network says: \(target.en)", id: "Diubah sampai jaringan berkata: \(target.id)")
    try page.figure(
      "steps", title: title,
      alternative: Phrase(
        en: """
          Three pictures of {{quarry.own}}, what was changed, sixteen times as large with no change in grey, and the results. \
          No value has moved by more than {{steps.largest}} of 255 levels; a dashed frame marks what is taken for \
          {{quarry.target}}.
          """,
        id: """
          Tiga gambar {{quarry.own}}, perubahannya yang diperbesar enam belas kali dengan abu-abu berarti tak berubah, dan \
          hasilnya. Tak ada nilai yang bergeser lebih dari {{steps.largest}} dari 255 aras; bingkai putus-putus menandai yang \
          disangka {{quarry.target}}.
          """),
      image: grid(
        columns: [
          page("original", id: "asli"), page("change × 16", id: "perubahan × 16"), page("result", id: "hasil"),
        ],
        rows.map { row in
          [parts.cell(row[0]), parts.change(row[1], from: row[0].picture, times: 16), parts.cell(row[1])]
        }
      ).image())
  }

  /// How many pictures take how large a change, with those that are never fooled.
  func smallest(_ radii: [Int?], upTo largest: Int) throws {
    let counts = (0...largest).map { level in radii.count { $0 == level } } + [radii.count { $0 == nil }]
    try page.figure(
      "smallest",
      BarChart(
        categories: (0...largest).map { "\($0)" } + [page("not within \(largest)", id: "tidak sampai \(largest)")],
        value: Axis(page("pictures", id: "gambar"), format: .number(decimals: 0)),
        series: [.init("", counts.map(Double.init))], orientation: .horizontal))
  }

  private func grid(columns: [String], _ rows: [[PictureGrid.Cell]]) -> PictureGrid {
    PictureGrid(
      columnHeadings: columns,
      rows: rows.map { row in
        row.map { cell -> PictureGrid.Cell? in
          var cell = cell
          cell.image = cell.image.fitted(to: 192)
          return cell
        }
      }, factor: 1)
  }
}
