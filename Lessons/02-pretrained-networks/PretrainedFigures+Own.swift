import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The figures of the lesson on own material.
extension PretrainedFigures {
  /// One picture of each of some classes with the network's three likeliest answers.
  func ownPredictions(_ probabilities: Tensor, _ shown: [Int], _ bench: LessonMaterial) throws {
    let title = Phrase(
      en: "What the network makes of some of your pictures", id: "Apa kata jaringan tentang gambar Anda")
    let pictures = try bench.pictures()
    let (values, width) = (probabilities.values, probabilities.shape[1])
    let cells = shown.map { index in
      let own = values[index * width..<(index + 1) * width]
      let first = own.indices.sorted { own[$0] > own[$1] }.prefix(3)
      return PictureGrid.Cell(
        pictures.test[index].fitted(to: 160),
        caption: [.strong(page(pictures.names[pictures.test.labels[index]]))]
          + first.map { place in
            let name = page(bench.name(bench.network.classes[place - index * width])).prefix(18)
            return .bar(String(name), Double(own[place]), page.format(own[place], as: .percent))
          })
    }
    let names = Phrase.list(shown.map { pictures.names[pictures.test.labels[$0]] })
    try page.figure(
      "prediction", title: title,
      alternative: Phrase(
        en: "Pictures of \(names.en), each with bars for the three likeliest answers of the network.",
        id: "Gambar \(names.id), masing-masing dengan batang untuk tiga jawaban jaringan yang paling mungkin."),
      image: PictureGrid(title: page(title), cells: cells, columns: 4, factor: 1, style: page.style).image())
  }

  /// At most sixty-four filters of the first layer, from brightness to colour.
  func ownFilters(_ filters: FilterPictures) throws {
    let title = Phrase(en: "The filters of the first layer", id: "Tapis lapisan pertama")
    let order = filters.colourShares.indices.sorted { filters.colourShares[$0] < filters.colourShares[$1] }
    let shown = order.spread(over: 64)
    let pictures = filters.pictures.pictures
    try page.figure(
      "filters", title: title,
      alternative: Phrase(
        en: """
          \(shown.count) of {{filters.count}} filters of {{filters.side}}×{{filters.side}} coloured squares, from those that \
          see brightness to those that see colour.
          """,
        id: """
          \(shown.count) dari {{filters.count}} tapis berupa {{filters.side}}×{{filters.side}} kotak berwarna, dari yang \
          melihat terang sampai yang melihat warna.
          """),
      caption: Phrase(
        en: "One scale for all: grey is 0, full brightness a weight of {{filters.reach}}.",
        id: "Satu skala untuk semua: kelabu berarti 0, terang penuh berarti bobot {{filters.reach}}."),
      image: PictureGrid(
        title: page(title), cells: shown.map { PictureGrid.Cell(pictures[$0].fitted(to: 63)) }, columns: 10, factor: 1,
        style: page.style
      ).image())
  }

  /// The picture, and the maps of the channels that answer most strongly to it, a row for every stage.
  func ownMaps(_ stages: [FeatureMaps], of picture: Image) throws {
    let title = Phrase(en: "What each stage makes of one picture", id: "Satu gambar di mata setiap tahap")
    let own = PictureGrid.Cell(
      picture.fitted(to: 128), caption: [.muted(page("the picture", id: "gambarnya"))], frame: .strong)
    try page.figure(
      "feature-maps", title: title,
      alternative: Phrase(
        en: """
          A picture and six maps of it from each of \(stages.count) stages, ever coarser with depth; the values are zero in \
          {{feature-maps.first.zeros}} of the first maps' places and {{feature-maps.last.zeros}} of the last.
          """,
        id: """
          Sebuah gambar dan enam petanya dari masing-masing \(stages.count) tahap, makin dalam makin kasar; nilainya nol pada \
          {{feature-maps.first.zeros}} tempat di peta pertama dan {{feature-maps.last.zeros}} di peta terakhir.
          """),
      caption: mapsCaption,
      image: mapsImage(page(title), stages, above: own))
  }

  /// For two channels of every stage their map of the picture and the patches of other pictures that drive them most.
  func ownCrops(_ stages: [FeatureMaps], _ strongest: StrongestCrops, among set: TestSet) throws {
    try page.figure("strongest-crops", cropsGrid(stages, strongest, among: set))
  }

  /// What a linear probe reads off some layers, trained and not; `curves[network][seed][layer]`.
  func ownProbes(_ curves: [[[Float]]]) throws {
    let layers = curves[0][0].count
    try page.figure(
      "probes",
      LineChart(
        x: Axis(
          page("layer, from the picture on", id: "lapisan, dari gambar"), range: 0.8...Double(layers) + 0.2,
          ticks: (1...layers).map(Double.init), format: .number(decimals: 0)),
        y: .percent(page("accuracy on your classes", id: "akurasi pada kelas Anda"), range: 0...1),
        series: [
          .init(page("as it came", id: "apa adanya"), points(curves[0])),
          .init(page("not trained", id: "tak dilatih"), points(curves[1])),
        ]))
  }

  /// Some pictures, each with its three nearest by pixels and by features.
  func ownNeighbours(_ shown: [Int], _ queries: TestSet, in album: Album, _ bench: LessonMaterial) throws {
    let title = Phrase(
      en: "Neighbours by pixels, neighbours by features", id: "Tetangga menurut piksel dan menurut fitur")
    let names = Phrase.list(shown.map { Phrase(queries.classNames[queries.labels[$0]]) })
    try page.figure(
      "neighbours", title: title,
      alternative: Phrase(
        en: "Pictures of \(names.en), each with its three nearest by pixels and its three nearest by features.",
        id: "Gambar \(names.id), masing-masing dengan tiga tetangga menurut piksel dan tiga menurut fitur."),
      image: neighboursGrid(
        shown.map { (Phrase(queries.classNames[queries.labels[$0]]), queries[$0]) }, in: album, side: 96
      ).image())
  }
}
