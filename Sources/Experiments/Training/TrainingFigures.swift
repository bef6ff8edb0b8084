import Charts
import Datasets
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

/// A picture of how a training went, with what is to be said about it in the reader's language.
package struct TrainingFigure {
  /// The file's name without its ending.
  package let name: String
  package let title: String
  /// What it shows, with the measured values, for who can't see it.
  package let alternative: String
  package let image: Image

  /// The names of all that there can be.
  package static let names = ["curves", "pictures-per-class", "confusion", "mistakes"]
}

/// The figures of a training.
package struct TrainingFigures {
  package let training: NetworkTraining
  package let trained: TrainedNetwork
  package let language: Language

  /// Classes beyond which a table of confusions cannot be read.
  package static let mostClasses = 40

  /// All that there is to show, in the order of the report.
  package var all: [TrainingFigure] {
    [curves, trained.learningCurve.flatMap(picturesPerClass), confusion, mistakes].compactMap { $0 }
  }

  /// Loss and accuracy after each epoch; those of the head alone stand at 0.
  private var curves: TrainingFigure? {
    guard let last = trained.epochs.last else { return nil }
    let learnt = trained.epochs.map { (epoch: $0.index + 1, score: $0.training) }
    let chosen =
      (trained.headAlone.map { [(epoch: 0, score: $0)] } ?? [])
      + trained.epochs.compactMap { epoch in epoch.validation.map { (epoch: epoch.index + 1, score: $0) } }
    func panel(_ axis: Axis, _ value: (Score) -> Float) -> LineChart.Panel {
      func points(_ scores: [(epoch: Int, score: Score)]) -> [DataPoint] {
        scores.map { DataPoint(x: Double($0.epoch), y: Double(value($0.score))) }
      }
      return LineChart.Panel(
        y: axis,
        series: [
          .init(say("training", "pelatihan"), points(learnt)), .init(say("validation", "validasi"), points(chosen)),
        ])
    }
    func words(_ scores: [(epoch: Int, score: Score)]) -> String {
      guard let first = scores.first?.score, let last = scores.last?.score else { return "" }
      let losses = [first, last].map { number($0.loss, digits: 3) }
      let accuracies = [first, last].map { percent($0.accuracy) }
      return say(
        "the loss goes from \(losses[0]) to \(losses[1]) and the accuracy from \(accuracies[0]) to \(accuracies[1])",
        "rugi berubah dari \(losses[0]) ke \(losses[1]) dan akurasi dari \(accuracies[0]) ke \(accuracies[1])")
    }
    let title = say("How the network learnt", "Bagaimana jaringan belajar")
    return TrainingFigure(
      name: "curves", title: title,
      alternative: say(
        """
        Loss and accuracy over \(last.index + 1) epochs. In training \(words(learnt)); in validation \(words(chosen)). \
        The network is kept from epoch \(trained.keptEpoch).
        """,
        """
        Rugi dan akurasi selama \(last.index + 1) epoch. Pada pelatihan, \(words(learnt)); pada validasi, \
        \(words(chosen)). Jaringan disimpan dari epoch \(trained.keptEpoch).
        """),
      image: LineChart(
        title: title, x: Axis("epoch", ticks: epochTicks, format: .number(decimals: 0)),
        panels: [
          panel(Axis(say("loss (nats)", "rugi (nat)"))) { $0.loss },
          panel(.percent(say("accuracy", "akurasi"))) { $0.accuracy },
        ], style: style
      ).image())
  }

  /// About ten whole numbers at most.
  private var epochTicks: [Double] {
    let last = trained.epochs.count
    return stride(from: 0, through: last, by: max(1, (last + 9) / 10)).dropFirst(trained.headAlone == nil ? 1 : 0)
      .map(Double.init)
  }

  /// What a head is worth with fewer pictures.
  private func picturesPerClass(_ curve: HeadCurve) -> TrainingFigure? {
    guard curve.points.count > 1, let first = curve.points.first, let last = curve.points.last else { return nil }
    func mean(_ values: [Float]) -> String { percent(values.reduce(0, +) / Float(values.count)) }
    let title = say("What fewer pictures would have been worth", "Seandainya gambarnya lebih sedikit")
    return TrainingFigure(
      name: "pictures-per-class", title: title,
      alternative: say(
        """
        A curve of validation accuracy against pictures per class, mean and standard deviation of five draws: from \
        \(mean(first.accuracies)) with \(first.picturesPerClass) to \(mean(last.accuracies)) with \
        \(last.picturesPerClass).
        """,
        """
        Kurva akurasi validasi terhadap jumlah gambar per kelas, rata-rata dan simpangan baku dari lima undian: dari \
        \(mean(first.accuracies)) dengan \(first.picturesPerClass) ke \(mean(last.accuracies)) dengan \
        \(last.picturesPerClass).
        """),
      image: LineChart(
        title: title,
        x: Axis(
          say("pictures per class", "gambar per kelas"), scale: .logarithmic,
          ticks: curve.points.map { Double($0.picturesPerClass) }, format: .number(decimals: 0)),
        y: .percent(say("validation accuracy", "akurasi validasi")),
        series: [
          .init(
            say("head on frozen features", "kepala klasifikasi pada fitur beku"),
            curve.points.map { DataPoint(x: Double($0.picturesPerClass), values: $0.accuracies.map(Double.init)) },
            hasMarkers: true)
        ], style: style
      ).image())
  }

  /// How often each class was taken for each other one.
  private var confusion: TrainingFigure? {
    let predictions = trained.predictions
    guard predictions.classNames.count <= TrainingFigures.mostClasses else { return nil }
    let title = say("What is taken for what", "Apa yang disangka apa")
    let most = predictions.mostCommonConfusion
    let (label, prediction) = (name(most.label), name(most.prediction))
    let often =
      most.count == 0
      ? ""
      : say(
        "; most often \(label) is taken for \(prediction), \(most.count) times",
        "; yang paling sering: \(label) disangka \(prediction), \(most.count) kali")
    return TrainingFigure(
      name: "confusion", title: title,
      alternative: say(
        """
        A table of \(training.data.validation.count) validation pictures by true and predicted class, \
        \(predictions.wrong.count) of them off the diagonal\(often).
        """,
        """
        Tabel \(training.data.validation.count) gambar validasi menurut kelas sebenarnya dan kelas dugaan, \
        \(predictions.wrong.count) di luar diagonal\(often).
        """),
      image: ConfusionMatrix(
        title: title, classes: predictions.classNames.indices.map(name), counts: predictions.counts,
        trueTitle: say("true class", "kelas sebenarnya"), predictedTitle: say("predicted class", "kelas dugaan"),
        shareLabel: say("share of the true class", "bagian dari kelas sebenarnya"), style: style
      ).image())
  }

  /// The surest mistakes, where there are any.
  private var mistakes: TrainingFigure? {
    let shown = trained.predictions.wrong.prefix(12)
    guard let surest = shown.first else { return nil }
    let cells = shown.map { mistake in
      PictureGrid.Cell(
        training.data.validation[mistake.index].withChannels(3),
        caption: [
          .init(name(mistake.label)), .bad(name(mistake.prediction)), .muted(percent(mistake.probability, digits: 0)),
        ])
    }
    let size = training.data.validation.size
    let factor = max(1, 128 / size)
    let columns = max(1, min(6, 800 / (factor * size)))
    let title = say("The surest mistakes", "Kekeliruan yang paling yakin")
    return TrainingFigure(
      name: "mistakes", title: title,
      alternative: say(
        """
        \(shown.count) of \(trained.predictions.wrong.count) misclassified validation pictures with their class, what \
        the network took them for, and the probability that it gave; the surest is \(name(surest.label)) taken for \
        \(name(surest.prediction)) with \(percent(surest.probability, digits: 0)).
        """,
        """
        \(shown.count) dari \(trained.predictions.wrong.count) gambar validasi yang keliru, dengan kelasnya, dugaan \
        jaringan, dan probabilitas yang diberikannya; yang paling yakin: \(name(surest.label)) disangka \
        \(name(surest.prediction)) dengan \(percent(surest.probability, digits: 0)).
        """),
      image: PictureGrid(title: title, cells: cells, columns: columns, factor: factor, style: style).image())
  }

  private func name(_ label: Int) -> String { Phrase(trained.predictions.classNames[label])(language) }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }

  private func percent(_ share: Float, digits: Int = 1) -> String {
    ValueFormat.percent(digits: digits).text(Double(share), in: language)
  }

  private func number(_ value: Float, digits: Int) -> String {
    ValueFormat.number(digits: digits).text(Double(value), in: language)
  }

  private var style: ChartStyle { ChartStyle(decimalSeparator: language == .en ? "." : ",") }
}
