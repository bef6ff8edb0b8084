import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook

/// The figures of the lesson on own material.
extension FeatureExtractionFigures {
  /// The places in a plane of some pictures, by their places in the set.
  func ownEmbedding(
    _ name: String, _ places: [(x: Double, y: Double)], _ shown: [Int], _ pictures: DataSplit<Scoring>
  ) throws {
    let title =
      name == "pixels"
      ? Phrase(en: "Your pictures placed by their pixels (t-SNE)", id: "Gambar Anda ditata menurut pikselnya (t-SNE)")
      : Phrase(
        en: "The same pictures placed by their frozen features (t-SNE)",
        id: "Gambar yang sama ditata menurut fitur bekunya (t-SNE)")
    let labels = shown.map { pictures.training.labels[$0] }
    let groups = Set(labels).sorted().map { label in
      ScatterChart.Group(
        page(pictures.names[label]),
        zip(places, labels).filter { $1 == label }.map { ScatterChart.Mark(x: $0.0.x, y: $0.0.y) })
    }
    let names = Phrase.list(Set(labels).sorted().map { pictures.names[$0] })
    try page.figure(
      "embedding-\(name)", title: title,
      alternative: Phrase(
        en: """
          Points in a plane for {{neighbours.shown}} pictures of \(names.en). Of nearest neighbours \
          {{neighbours.\(name)}} are of the same class.
          """,
        id: """
          Titik pada bidang untuk {{neighbours.shown}} gambar \(names.id). Tetangga terdekat yang sekelas: \
          {{neighbours.\(name)}}.
          """),
      image: ScatterChart(
        title: page(title),
        x: Axis(page("place in the plane (no unit)", id: "tempat pada bidang (tanpa satuan)"), ticks: []),
        y: Axis("", ticks: []), groups: groups, style: page.style
      ).image())
  }

  /// Accuracy against pictures per class; `curves[seed][kind][size]`.
  func ownCurves(_ sizes: [Int], _ curves: [[[Float]]], guess: Double) throws {
    let title = Phrase(en: "What a few of your pictures are worth", id: "Nilai beberapa gambar Anda")
    let names = [
      page("frozen features", id: "fitur beku"),
      page("the same layers, untrained", id: "lapisan yang sama, tak dilatih"),
      page("pixels", id: "piksel"),
    ]
    try page.figure(
      "pictures-per-class", title: title,
      alternative: Phrase(
        en: """
          Three curves of test accuracy against pictures a class. From {{pictures-per-class.fewest}} to \
          {{pictures-per-class.most}}: frozen features {{pictures-per-class.frozen.fewest}} to \
          {{pictures-per-class.frozen.most}}, untrained layers {{pictures-per-class.untrained.fewest}} to \
          {{pictures-per-class.untrained.most}}, pixels {{pictures-per-class.pixels.fewest}} to \
          {{pictures-per-class.pixels.most}}.
          """,
        id: """
          Tiga kurva akurasi uji terhadap banyak gambar per kelas. Dari {{pictures-per-class.fewest}} sampai \
          {{pictures-per-class.most}}: fitur beku {{pictures-per-class.frozen.fewest}} sampai \
          {{pictures-per-class.frozen.most}}, lapisan tak dilatih {{pictures-per-class.untrained.fewest}} sampai \
          {{pictures-per-class.untrained.most}}, piksel {{pictures-per-class.pixels.fewest}} sampai \
          {{pictures-per-class.pixels.most}}.
          """),
      caption: Phrase(
        en: "Mean and standard deviation over \(curves.count) seeds. Guessing would be right for {{material.guess}}.",
        id: "Rata-rata dan simpangan baku dari \(curves.count) benih. Tebakan acak benar pada {{material.guess}}."),
      image: LineChart(
        title: page(title),
        x: Axis(
          page("pictures per class", id: "gambar per kelas"), scale: .logarithmic, ticks: sizes.map(Double.init),
          format: .number(decimals: 0)),
        panels: [
          LineChart.Panel(
            y: .percent(page("test accuracy", id: "akurasi uji"), range: min(0.2, guess)...1),
            series: names.enumerated().map { kind, name in
              .init(
                name,
                sizes.indices.map { size in
                  DataPoint(x: Double(sizes[size]), values: curves.map { Double($0[kind][size]) })
                }, hasMarkers: true)
            })
        ], panelHeight: 380, style: page.style
      ).image())
  }

  /// How often each class was taken for each other one; where there are too many of them, the pairs most often confused.
  func ownConfusion(_ predictions: Predictions) throws {
    let names = predictions.classNames.map { page(Phrase($0)) }
    let pairs = predictions.counts.indices.flatMap { label in
      predictions.counts.indices.filter { $0 != label }.map { (label: label, prediction: $0) }
    }.sorted { predictions.counts[$0.label][$0.prediction] > predictions.counts[$1.label][$1.prediction] }.prefix(12)
    let chart: any Chart =
      names.count <= 20
      ? ConfusionMatrix(
        classes: names, counts: predictions.counts,
        trueTitle: page("true class", id: "kelas sebenarnya"),
        predictedTitle: page("predicted class", id: "kelas dugaan"),
        shareLabel: page("share of the true class", id: "bagian dari kelas sebenarnya")
      )
      : BarChart(
        categories: pairs.map { "\(names[$0.label]) → \(names[$0.prediction])" },
        value: Axis(page("test pictures", id: "gambar uji"), format: .number(decimals: 0)),
        series: [.init("", pairs.map { Double(predictions.counts[$0.label][$0.prediction]) })]
      )
    try page.figure("confusion", chart)
  }

  /// The surest mistakes; where there is none, pictures that were classified rightly.
  func ownMistakes(_ predictions: Predictions, _ pictures: DataSplit<Scoring>) throws {
    let wrong = predictions.wrong.prefix(12).map { mistake in
      PictureGrid.Cell(
        pictures.test[mistake.index].fitted(to: 112),
        caption: [
          .init(page(pictures.names[mistake.label])), .bad(page(pictures.names[mistake.prediction])),
          .muted(page.format(mistake.probability, as: .percent(digits: 0))),
        ])
    }
    let right = pictures.test.labels.indices.prefix(6).map { index in
      PictureGrid.Cell(
        pictures.test[index].fitted(to: 112), caption: [.good(page(pictures.names[pictures.test.labels[index]]))])
    }
    try page.figure(
      "wrong-pictures",
      PictureGrid(
        cells: wrong.isEmpty ? right : wrong, columns: 6, factor: 1))
  }
}
