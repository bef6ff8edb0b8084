import Charts
import Datasets
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

/// The figures of a training.
package struct TrainingFigures {
  package let training: NetworkTraining
  package let trained: TrainedNetwork
  package let language: Language

  /// All that there is to show, in the order of the report.
  package var all: [TrainingFigure] {
    [curves, trained.learningCurve.flatMap(picturesPerClass), predictions.confusion, predictions.mistakes].compactMap {
      $0
    }
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

  /// What is taken for what, and the surest mistakes.
  private var predictions: PredictionFigures<Choosing> {
    PredictionFigures(
      predictions: trained.predictions, pictures: training.data.validation,
      kind: Phrase(en: "validation pictures", id: "gambar validasi"), language: language)
  }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }

  private func percent(_ share: Float, digits: Int = 1) -> String {
    ValueFormat.percent(digits: digits).text(Double(share), in: language)
  }

  private func number(_ value: Float, digits: Int) -> String {
    ValueFormat.number(digits: digits).text(Double(value), in: language)
  }

  private var style: ChartStyle { ChartStyle(language) }
}
