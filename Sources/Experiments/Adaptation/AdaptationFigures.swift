import Autograd
import Charts
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// The figures of an adaptation.
struct AdaptationFigures {
  let training: AdaptationTraining
  let adapted: AdaptedNetwork
  let language: Language

  /// The names of all that there can be.
  static let names = ["curves", "features-before", "features-after", "confusion", "mistakes"]

  /// All that there is to show, in the order of the report.
  var all: [TrainingFigure] {
    let plane = training.isAdapting ? [features("features-before", adapted.before)] : []
    return [curves] + plane + [features("features-after", adapted.after)]
      + [predictions.confusion, predictions.mistakes].compactMap { $0 }
  }

  /// Both domains' accuracy and what the epoch was chosen by.
  private var curves: TrainingFigure {
    let points = adapted.points
    func line(_ name: String, _ value: (AdaptedNetwork.Point) -> Float) -> LineChart.Series {
      .init(name, points.map { DataPoint(x: Double($0.epoch), y: Double(value($0))) })
    }
    let title = say("How both domains went", "Perjalanan kedua domain")
    let (first, last) = (points.first, points.last)
    let last2 = points.last?.epoch ?? 1
    return TrainingFigure(
      name: "curves", title: title,
      alternative: say(
        """
        Curves over \(last2) epochs: accuracy on the source's validation pictures from \(percent(first?.source)) to \
        \(percent(last?.source)), on the target's test pictures from \(percent(first?.target)) to \
        \(percent(last?.target)), and the information in the answers on the target from \(percent(first?.information)) \
        to \(percent(last?.information)).
        """,
        """
        Kurva selama \(last2) epoch: akurasi pada gambar validasi sumber dari \(percent(first?.source)) ke \
        \(percent(last?.source)), pada gambar uji target dari \(percent(first?.target)) ke \(percent(last?.target)), dan \
        informasi dalam jawaban pada target dari \(percent(first?.information)) ke \(percent(last?.information)).
        """),
      image: LineChart(
        title: title,
        x: Axis(
          "epoch", ticks: stride(from: 1, through: last2, by: max(1, (last2 + 9) / 10)).map(Double.init),
          format: .number(decimals: 0)),
        y: .percent(say("share", "bagian"), range: 0...1),
        series: [
          line(say("accuracy on the source", "akurasi pada sumber")) { $0.source },
          line(say("accuracy on the target (chooses nothing)", "akurasi pada target (tidak memilih apa pun)")) {
            $0.target
          },
          line(say("information in answers on the target", "informasi dalam jawaban pada target")) { $0.information },
        ], style: style
      ).image())
  }

  /// Features of both domains in the plane in which they vary most.
  private func features(_ name: String, _ standing: AdaptedNetwork.Standing) -> TrainingFigure {
    let (source, target) = standing.features
    let both = Tensor.concatenated([source, target])
    let plane = PrincipalComponents(of: both, count: min(2, both.shape[1]))
    func marks(_ rows: Tensor) -> [ScatterChart.Mark] {
      let places = plane(rows)
      let (values, width) = (places.values, places.shape[1])
      return (0..<places.shape[0]).map {
        .init(x: Double(values[$0 * width]), y: Double(values[$0 * width + width - 1]), radius: 3)
      }
    }
    let isBefore = name == "features-before"
    let title =
      isBefore
      ? say("Features before adaptation", "Fitur sebelum adaptasi")
      : say("Features in the end", "Fitur pada akhirnya")
    let discrepancy = ValueFormat.number(digits: 3).text(
      Double(maximumMeanDiscrepancy(source: source, target: target, bandwidth: .median).item), in: language)
    return TrainingFigure(
      name: name, title: title,
      alternative: say(
        """
        \(source.shape[0]) pictures of the source and \(target.shape[0]) of the target as points in the plane of two \
        principal components of their features; the MMD² of the two is \(discrepancy).
        """,
        """
        \(source.shape[0]) gambar sumber dan \(target.shape[0]) gambar target sebagai titik pada bidang dua komponen utama \
        fiturnya; MMD² keduanya \(discrepancy).
        """),
      image: ScatterChart(
        title: title, x: Axis(say("first component", "komponen pertama")),
        y: Axis(say("second component", "komponen kedua")),
        groups: [
          .init(say("source", "sumber"), marks(source)), .init(say("target", "target"), marks(target)),
        ], style: style
      ).image())
  }

  private var predictions: PredictionFigures<Scoring> {
    PredictionFigures(
      predictions: adapted.after.predictions, pictures: training.pair.target.test,
      kind: Phrase(en: "target pictures", id: "gambar target"), language: language)
  }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }

  private func percent(_ share: Float?) -> String {
    ValueFormat.percent.text(Double(share ?? 0), in: language)
  }

  private var style: ChartStyle { ChartStyle(decimalSeparator: language == .en ? "." : ",") }
}
