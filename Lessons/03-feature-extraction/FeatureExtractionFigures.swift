import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

/// The figures of the lesson, with their titles and alternative texts in both languages.
struct FeatureExtractionFigures {
  let page: Page

  /// Four pictures of every farm animal with what the network takes each for.
  func asIs(_ pictures: ValidationSet, _ answers: Answers) throws {
    let rows = pictures.classNames.indices.map { label in
      pictures.labels.indices.filter { pictures.labels[$0] == label }.prefix(6).map { index -> PictureGrid.Cell? in
        let (name, probability) = answers[index]
        return PictureGrid.Cell(
          pictures[index],
          caption: [
            .init("“\(page(Subject.phrase(name)))”"), .muted(page.format(probability, as: .percent(digits: 0))),
          ])
      }
    }
    try page.figure(
      "as-is",
      PictureGrid(
        rowHeadings: names(of: pictures), rows: rows, factor: 2))
  }

  /// The pictures' places in a plane.
  func embedding(_ name: String, _ places: [(x: Double, y: Double)], _ pictures: ValidationSet) throws {
    let title =
      name == "pixels"
      ? Phrase(en: "Pictures placed by their pixels (t-SNE)", id: "Gambar ditata menurut pikselnya (t-SNE)")
      : Phrase(
        en: "The same pictures placed by their frozen features (t-SNE)",
        id: "Gambar yang sama ditata menurut fitur bekunya (t-SNE)")
    let groups = pictures.classNames.indices.map { label in
      ScatterChart.Group(
        names(of: pictures)[label],
        zip(places, pictures.labels).filter { $1 == label }.map { ScatterChart.Mark(x: $0.0.x, y: $0.0.y) })
    }
    try page.figure(
      "embedding-\(name)", title: title,
      alternative: Phrase(
        en: """
          Points in a plane for \(pictures.count) pictures of cows, sheep and pigs. By pixels the classes are mixed, and \
          {{neighbours.pixels}} of nearest neighbours are of the same class; by features they gather, and \
          {{neighbours.features}} are.
          """,
        id: """
          Titik pada bidang untuk \(pictures.count) gambar sapi, domba, dan babi. Menurut piksel kelas-kelasnya \
          bercampur: {{neighbours.pixels}} tetangga terdekat sekelas; menurut fitur mereka berkumpul: \
          {{neighbours.features}} sekelas.
          """),
      image: ScatterChart(
        title: page(title),
        x: Axis(page("place in the plane (no unit)", id: "tempat pada bidang (tanpa satuan)"), ticks: []),
        y: Axis("", ticks: []), groups: groups, style: page.style
      ).image())
  }

  /// The seconds of ten epochs with and without keeping the features.
  func caching(_ trials: [CachingTrial]) throws {
    let seconds = [trials.map(\.uncachedSeconds), trials.map(\.cachedSeconds)].map { DataPoint(x: 0, values: $0) }
    try page.figure(
      "cached",
      BarChart(
        categories: [
          page("features computed in every epoch", id: "fitur dihitung setiap epoch"),
          page("features computed once and kept", id: "fitur dihitung sekali dan disimpan"),
        ], value: Axis(page("time (s)", id: "waktu (detik)")),
        series: [.init("", seconds.map(\.y), spreads: seconds.map(\.spread))],
        valueFormat: .number(decimals: 2)))
  }

  func names<Role>(of pictures: PictureSet<Role>) -> [String] {
    pictures.classNames.map { page(Phrase($0)) }
  }
}
