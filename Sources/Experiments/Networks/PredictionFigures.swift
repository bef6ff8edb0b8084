import Charts
import Datasets
import Imaging
import NeuralNetworks
import Notebook

/// The figures of what a classifier takes pictures for, whether they were chosen by or scored.
package struct PredictionFigures<Role: SetRole> {
  package let predictions: Predictions
  package let pictures: PictureSet<Role>
  /// What the pictures are, in the plural.
  package let kind: Phrase
  package let language: Language

  /// Classes beyond which a table of confusions cannot be read.
  package static var mostClasses: Int { 40 }

  /// How often each class was taken for each other one.
  package var confusion: TrainingFigure? {
    guard predictions.classNames.count <= Self.mostClasses else { return nil }
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
        A table of \(pictures.count) \(kind(.en)) by true and predicted class, \
        \(predictions.wrong.count) of them off the diagonal\(often).
        """,
        """
        Tabel \(pictures.count) \(kind(.id)) menurut kelas sebenarnya dan kelas dugaan, \
        \(predictions.wrong.count) di luar diagonal\(often).
        """),
      image: ConfusionMatrix(
        title: title, classes: names, counts: counts,
        trueTitle: say("true class", "kelas sebenarnya"), predictedTitle: say("predicted class", "kelas dugaan"),
        shareLabel: say("share of the true class", "bagian dari kelas sebenarnya"), style: style
      ).image())
  }

  /// The names of the classes; all others that pictures were taken for are one.
  private var names: [String] {
    predictions.classNames.indices.map(name)
      + (predictions.others.isEmpty ? [] : [say("(another class)", "(kelas lain)")])
  }

  /// The counts, square; the row of the classes that no picture is of is empty.
  private var counts: [[Int]] {
    guard !predictions.others.isEmpty else { return predictions.counts }
    let count = predictions.classNames.count
    return predictions.counts.map { $0.prefix(count) + [$0.dropFirst(count).reduce(0, +)] }
      + [[Int](repeating: 0, count: count + 1)]
  }

  /// The surest mistakes, where there are any.
  package var mistakes: TrainingFigure? {
    let shown = predictions.wrong.prefix(12)
    guard let surest = shown.first else { return nil }
    let cells = shown.map { mistake in
      PictureGrid.Cell(
        pictures[mistake.index].withChannels(3),
        caption: [
          .init(name(mistake.label)), .bad(name(mistake.prediction)), .muted(percent(mistake.probability, digits: 0)),
        ])
    }
    let size = pictures.size
    let factor = max(1, 128 / size)
    let columns = max(1, min(6, 800 / (factor * size)))
    let title = say("The surest mistakes", "Kekeliruan yang paling yakin")
    return TrainingFigure(
      name: "mistakes", title: title,
      alternative: say(
        """
        \(shown.count) of \(predictions.wrong.count) misclassified \(kind(.en)) with their class, what \
        the network took them for, and the probability that it gave; the surest is \(name(surest.label)) taken for \
        \(name(surest.prediction)) with \(percent(surest.probability, digits: 0)).
        """,
        """
        \(shown.count) dari \(predictions.wrong.count) \(kind(.id)) yang keliru, dengan kelasnya, dugaan \
        jaringan, dan probabilitas yang diberikannya; yang paling yakin: \(name(surest.label)) disangka \
        \(name(surest.prediction)) dengan \(percent(surest.probability, digits: 0)).
        """),
      image: PictureGrid(title: title, cells: cells, columns: columns, factor: factor, style: style).image())
  }

  private func name(_ label: Int) -> String { Phrase(predictions.name(label))(language) }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }

  private func percent(_ share: Float, digits: Int = 1) -> String {
    ValueFormat.percent(digits: digits).text(Double(share), in: language)
  }

  private var style: ChartStyle { ChartStyle(language) }
}
