import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import Visualization

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct PretrainedFigures {
  let page: Page

  /// The picture that the lesson looks at, large and as the network receives it.
  func picture(_ photo: Image, as received: Image) throws {
    let title = Phrase(en: "One picture, twice", id: "Satu gambar, dua kali")
    let size = "\(received.width)×\(received.height)"
    try page.figure(
      "picture", title: title,
      alternative: Phrase(
        en: "The picture of this lesson, beside the \(size) pixels of it that the network receives.",
        id: "Gambar yang dipakai pelajaran ini, di samping \(size) piksel yang diterima jaringan."),
      image: PictureGrid(
        title: page(title),
        columnHeadings: [
          page("the picture", id: "gambarnya"), page("what the network receives", id: "yang diterima jaringan"),
        ],
        rows: [[PictureGrid.Cell(photo.withChannels(3).square(192)), PictureGrid.Cell(received.enlarged(by: 3))]],
        factor: 1,
        style: page.style
      ).image())
  }

  /// The probability of every class, the likeliest first.
  func prediction(_ probabilities: [Float], _ ranking: [Int], of classes: [String]) throws {
    try page.figure(
      "prediction",
      BarChart(
        categories: ranking.map { page(Subject.phrase(classes[$0])) },
        value: .percent(page("probability", id: "probabilitas"), range: 0...1),
        series: [.init("p", ranking.map { Double(probabilities[$0]) })], valueFormat: .percent(decimals: 1)))
  }

  /// The filters of the first layer, each above its map of the picture, from brightness to colour.
  func filters(_ filters: FilterPictures, _ maps: FeatureMaps) throws {
    let order = filters.colourShares.indices.sorted { filters.colourShares[$0] < filters.colourShares[$1] }
    let pictures = filters.pictures.pictures
    let rows = stride(from: 0, to: order.count, by: 8).map { order[$0..<min($0 + 8, order.count)] }
    try page.figure(
      "filters",
      PictureGrid(
        rows: rows.flatMap { row -> [[PictureGrid.Cell?]] in
          [
            row.map { PictureGrid.Cell(pictures[$0].enlarged(by: 28)) },
            row.map { filter in
              let share = page.format(filters.colourShares[filter], as: .percent(digits: 0))
              return PictureGrid.Cell(maps.picture(of: filter, side: 84), caption: [.muted(share)])
            },
          ]
        }, factor: 1))
  }
}
