import Charts
import Datasets
import Experiments
import Imaging
import Notebook

extension FeatureExtractionFigures {
  /// Accuracy against pictures per class for the three ways to features.
  func learningCurves(_ trials: [LearningCurve]) throws {
    let title = Phrase(en: "What a few pictures are worth", id: "Nilai beberapa gambar saja")
    let sizes = trials[0].sizes
    func series(
      _ name: String, _ accuracy: (LearningCurve.Accuracies) -> Float?
    ) -> LineChart.Series {
      LineChart.Series(
        name,
        sizes.compactMap { size in
          let values = trials.compactMap { accuracy($0[size]) }.map(Double.init)
          return values.isEmpty ? nil : DataPoint(x: Double(size), values: values)
        }, hasMarkers: true)
    }
    try page.figure(
      "pictures-per-class", title: title,
      alternative: Phrase(
        en: """
          Three curves of test accuracy against 1 to 100 pictures a class. Frozen features rise from \
          {{pictures-per-class.frozen.1}} to {{pictures-per-class.frozen.100}}, hand-made ones from \
          {{pictures-per-class.hand-made.1}} to {{pictures-per-class.hand-made.100}}, training from scratch from \
          {{pictures-per-class.scratch.1}} to {{pictures-per-class.scratch.100}}.
          """,
        id: """
          Tiga kurva akurasi uji terhadap 1 sampai 100 gambar per kelas. Fitur beku naik dari \
          {{pictures-per-class.frozen.1}} ke {{pictures-per-class.frozen.100}}, fitur buatan tangan dari \
          {{pictures-per-class.hand-made.1}} ke {{pictures-per-class.hand-made.100}}, pelatihan dari nol dari \
          {{pictures-per-class.scratch.1}} ke {{pictures-per-class.scratch.100}}.
          """),
      caption: Phrase(
        en: "Mean and standard deviation over \(trials.count) seeds. A guess would be right in a third of the cases.",
        id: "Rata-rata dan simpangan baku dari \(trials.count) benih. Tebakan acak benar dalam sepertiga kasus."),
      image: LineChart(
        title: page(title),
        x: Axis(
          page("pictures per class", id: "gambar per kelas"), scale: .logarithmic, ticks: sizes.map(Double.init),
          format: .number(decimals: 0)),
        panels: [
          LineChart.Panel(
            y: .percent(page("test accuracy", id: "akurasi uji"), range: 0.2...1),
            series: [
              series(page("frozen features", id: "fitur beku")) { $0.frozen },
              series(page("hand-made features (HOG)", id: "fitur buatan tangan (HOG)")) { $0.handMade },
              series(page("from scratch", id: "dari nol")) { $0.scratch },
            ])
        ], panelHeight: 380, style: page.style
      ).image())
  }

  /// The accuracy of every head on both kinds of features.
  func heads(_ scores: [[HeadScore]], byHand: [[HeadScore]]) throws {
    func series(_ name: String, _ scores: [[HeadScore]]) -> BarChart.Series {
      let points = scores.map { DataPoint(x: 0, values: $0.map { Double($0.accuracy) }) }
      let missing = [DataPoint?](repeating: nil, count: 4 - points.count)
      let all = points.map(Optional.some) + missing
      return BarChart.Series(name, all.map { $0?.y }, spreads: all.map { $0?.spread })
    }
    try page.figure(
      "heads",
      BarChart(
        categories: [
          page("logistic regression", id: "regresi logistik"), page("nearest neighbour", id: "tetangga terdekat"),
          page("nearest class centre", id: "pusat kelas terdekat"), "EasyTL",
        ], value: .percent(page("test accuracy", id: "akurasi uji"), range: 0...1),
        series: [
          series(page("frozen features", id: "fitur beku"), scores),
          series(page("hand-made features (HOG)", id: "fitur buatan tangan (HOG)"), byHand),
        ], valueFormat: .percent(decimals: 1)))
  }

  /// How often each class was taken for each other one.
  func confusion(_ predictions: Predictions) throws {
    try page.figure(
      "confusion",
      ConfusionMatrix(
        classes: predictions.classNames.map { page(Phrase($0)) }, counts: predictions.counts,
        trueTitle: page("true class", id: "kelas sebenarnya"),
        predictedTitle: page("predicted class", id: "kelas dugaan"),
        shareLabel: page("share of the true class", id: "bagian dari kelas sebenarnya")))
  }

  /// The surest mistakes.
  func wrongPictures(_ predictions: Predictions, _ test: TestSet) throws {
    let cells = predictions.wrong.prefix(12).map { mistake in
      let (label, prediction) = (test.classNames[mistake.label], test.classNames[mistake.prediction])
      return PictureGrid.Cell(
        test[mistake.index],
        caption: [
          .init(page(Phrase(label))), .bad(page(Phrase(prediction))),
          .muted(page.format(mistake.probability, as: .percent(digits: 0))),
        ])
    }
    try page.figure("wrong-pictures", PictureGrid(cells: cells, columns: 6, factor: 2))
  }

  /// All that the head has learnt from, a row for each class.
  func trainingPictures(_ training: TrainingSet) throws {
    let rows = training.classNames.indices.map { label in
      training.labels.indices.filter { training.labels[$0] == label }
        .map { index -> PictureGrid.Cell? in PictureGrid.Cell(training[index]) }
    }
    try page.figure(
      "training-pictures",
      PictureGrid(
        rowHeadings: names(of: training), rows: rows, factor: 2))
  }
}
