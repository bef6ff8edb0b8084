import Charts
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

/// The figures of a choice.
package struct ChoiceFigures {
  package let choice: NetworkChoice
  package let language: Language

  /// The names of all that there can be.
  package static let names = ["scores", "ways"]

  /// All that there is to show, in the order of the report.
  package var all: [TrainingFigure] { [scores, ways].compactMap { $0 } }

  /// LogME of each network, from that of the lowest on.
  private var scores: TrainingFigure? {
    let candidates = choice.candidates
    guard candidates.count > 1, let lowest = candidates.map(\.scores.logME).min() else { return nil }
    let title = say("How promising the networks look", "Seberapa menjanjikan jaringan-jaringannya")
    let list = candidates.map { "\($0.source.name.onOneLine) \(number($0.scores.logME))" }.joined(separator: ", ")
    return TrainingFigure(
      name: "scores", title: title, alternative: say("Bars of LogME: \(list).", "Batang LogME: \(list)."),
      image: BarChart(
        title: title, categories: candidates.map(\.source.name.onOneLine),
        value: Axis(say("LogME above that of the lowest", "LogME di atas yang terendah")),
        series: [.init("", candidates.map { $0.scores.logME - lowest })], valueFormat: .number(decimals: 3),
        style: style
      ).image())
  }

  /// Accuracy on the pictures to choose by, with the standard error of each.
  private var ways: TrainingFigure? {
    let trials = choice.trials
    let title = say("What the ways come to", "Hasil cara-caranya")
    let list = trials.map { "\($0.settings.strategy.rawValue) \(percent($0.accuracy))" }.joined(separator: ", ")
    return TrainingFigure(
      name: "ways", title: title,
      alternative: say(
        "Bars of validation accuracy with their standard errors: \(list).",
        "Batang akurasi validasi dengan galat bakunya: \(list)."),
      image: BarChart(
        title: title, categories: trials.map { $0.settings.strategy.rawValue },
        value: .percent(say("validation accuracy", "akurasi validasi"), range: 0...1.14),
        series: [
          .init(
            "", trials.map { Double($0.accuracy) },
            spreads: trials.map { trial in
              let (share, error) = (Double(trial.accuracy), Double(trial.standardError))
              return max(0, share - error)...min(1, share + error)
            })
        ], valueFormat: .percent(decimals: 1), style: style
      ).image())
  }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }

  private func number(_ value: Double) -> String { ValueFormat.number(digits: 3).text(value, in: language) }

  private func percent(_ share: Float) -> String { ValueFormat.percent.text(Double(share), in: language) }

  private var style: ChartStyle { ChartStyle(language) }
}
