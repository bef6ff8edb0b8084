import Charts
import Imaging
import NeuralNetworks
import Notebook

extension RateSearch {
  /// The losses over the rates, as they were and smoothed, with the suggested rate marked.
  func figure(in language: Language) -> TrainingFigure {
    func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }
    func line(_ name: String, _ value: (LearningRateCurve.Point) -> Float) -> LineChart.Series {
      LineChart.Series(
        name, curve.points.map { DataPoint(x: Double($0.rate), y: Double(value($0))) }, hasMarkers: false)
    }
    let smoothed = line(say("smoothed", "dihaluskan"), \.smoothed)
    let marked = curve.suggestion.flatMap { rate in
      smoothed.points.min { abs($0.x / Double(rate) - 1) < abs($1.x / Double(rate) - 1) }
    }
    let title = say("The loss while the learning rate grows", "Rugi selama laju pembelajaran naik")
    return TrainingFigure(
      name: "learning-rate", title: title, alternative: title + ". " + summary(language),
      image: LineChart(
        title: title, x: Axis(say("learning rate", "laju pembelajaran"), scale: .logarithmic),
        y: Axis(say("loss (nats)", "rugi (nat)")),
        series: [smoothed, line(say("of each batch", "tiap batch"), \.loss)],
        annotations: marked.map {
          [.init(x: $0.x, y: $0.y, text: say("suggested", "disarankan"))]
        } ?? [], style: ChartStyle(language)
      ).image())
  }
}
