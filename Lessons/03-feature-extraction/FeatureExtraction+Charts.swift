import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension Page {
  /// Rows of features as points in a plane where neighbours stay neighbours, coloured by class.
  func plane(_ features: TrainingFeatures, _ classNames: [ClassName]) -> ScatterChart {
    var random = RandomSource(seed: seed)
    let points = zip(TSNE()(features.features, random: &random), features.labels)
    let groups = Set(features.labels).sorted().map { label in
      ScatterChart.Group(
        self(Phrase(classNames[label])), points.filter { $1 == label }.map { ScatterChart.Mark(x: $0.0.x, y: $0.0.y) })
    }
    // A place in the plane has no unit and no direction, so there is a frame and no axis.
    return ScatterChart(x: Axis(term("plane"), ticks: []), y: Axis("", ticks: []), groups: groups)
  }

  /// Test accuracy against pictures per class; the axis goes down to what guessing gives.
  func accuracies(_ lines: [LineChart.Series], sizes: [Int], classes: Int = 3) -> LineChart {
    LineChart(
      x: Axis(
        term("pictures-per-class"), scale: .logarithmic, ticks: sizes.map(Double.init), format: .number(decimals: 0)),
      y: .percent(term("test-accuracy"), range: min(0.2, 0.8 / Double(classes))...1), series: lines,
      levels: [guessing(among: classes)], height: 380)
  }

  /// The accuracies of heads on frozen and on hand-made features; not every head is on both.
  func bars(_ frozen: Study<Head, HeadScore>, handMade: Study<Head, HeadScore>) -> BarChart {
    var onHandMade = handMade.series(term("hand-made"), \.accuracy)
    let missing = frozen.keys.count - handMade.keys.count
    onHandMade.values += [Double?](repeating: nil, count: missing)
    onHandMade.spreads += [ClosedRange<Double>?](repeating: nil, count: missing)
    return BarChart(
      categories: frozen.keys.map { $0.label(term) }, value: .percent(term("test-accuracy"), range: 0...1),
      series: [frozen.series(term("frozen"), \.accuracy), onHandMade], valueFormat: .percent(decimals: 1))
  }

  /// A row of pictures for each class, of at most eight, with what stands under each.
  func rows<Role>(
    _ pictures: PictureSet<Role>, atMost most: Int = .max, caption: (Int) -> [PictureGrid.Caption] = { _ in [] }
  ) -> PictureGrid {
    let labels = pictures.classNames.indices.prefix(8)
    let rows = labels.map { label in
      pictures.labels.indices.filter { pictures.labels[$0] == label }.prefix(most)
        .map { index -> PictureGrid.Cell? in PictureGrid.Cell(pictures.shown(index), caption: caption(index)) }
    }
    return PictureGrid(
      rowHeadings: labels.map { self(Phrase(pictures.classNames[$0])) }, rows: rows, factor: pictures.factor)
  }
}

extension Predictions {
  /// How often each class was taken for each other one; where there are too many of them, the pairs most often confused.
  func chart(on page: Page) -> any Chart {
    let names = classNames.map { page(Phrase($0)) }
    if names.count <= 20 {
      return ConfusionMatrix(
        classes: names, counts: counts, trueTitle: page.term("true-class"),
        predictedTitle: page.term("predicted-class"), shareLabel: page.term("share-of-true-class"))
    }
    let pairs = counts.indices.flatMap { label in
      counts.indices.filter { $0 != label }.map { (label: label, prediction: $0, count: counts[label][$0]) }
    }.sorted { $0.count > $1.count }.prefix(12)
    return BarChart(
      categories: pairs.map { "\(names[$0.label]) → \(names[$0.prediction])" },
      value: Axis(page.term("test-pictures"), format: .number(decimals: 0)),
      series: [.init("", pairs.map { Double($0.count) })])
  }

  /// The surest mistakes; where there is none, pictures that were classified rightly.
  func grid(of test: TestSet, on page: Page) -> PictureGrid {
    func name(_ label: Int) -> String { page(Phrase(classNames[label])) }
    let mistakes = wrong.prefix(12).map { mistake in
      PictureGrid.Cell(
        test.shown(mistake.index),
        caption: [
          .init(name(mistake.label)), .bad(name(mistake.prediction)),
          .muted(page.format(mistake.probability, as: .percent(digits: 0))),
        ])
    }
    let right = test.labels.indices.prefix(6).map { index in
      PictureGrid.Cell(test.shown(index), caption: [.good(name(test.labels[index]))])
    }
    return PictureGrid(cells: mistakes.isEmpty ? right : mistakes, columns: 6, factor: test.factor)
  }
}

extension SourcePredictions {
  /// What the network takes some pictures of each class for.
  func grid(of pictures: TrainingSet, on page: Page) -> PictureGrid {
    page.rows(pictures, atMost: 6) { index in
      let (name, probability) = self[index]
      return [.init("“\(page(ClassLabel.phrase(name)))”"), .muted(page.format(probability, as: .percent(digits: 0)))]
    }
  }

  /// The most common prediction for the pictures of each class, as a table of at most twelve rows.
  func table(_ classNames: [ClassName], _ term: Terms) -> Phrase {
    MarkdownTable(
      header: ["pictures-of", "most-common", "its-share"].map { term.phrase($0) },
      rows: classNames.indices.prefix(12).map { label in
        let (name, share) = mostCommon(for: label)
        return [Phrase(classNames[label]).inMarkdown, Phrase(name).inMarkdown, Phrase(share, as: .percent(digits: 0))]
      }
    ).phrase
  }
}

extension PictureSet {
  /// A picture as figures show it: a large one reduced.
  fileprivate func shown(_ index: Int) -> Image { size > 64 ? self[index].fitted(to: 112) : self[index] }
  /// How many pixels wide one of a small picture becomes.
  fileprivate var factor: Int { size > 64 ? 1 : max(1, 128 / size) }
}
