import Autograd
import Charts
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Notebook

/// The cells in which networks learn.
extension FoundationsCells {
  // cell: batches
  func batches(_ page: Page) throws {
    let sizes = [1, 4, 16, 64, 256]
    let agreement = page.study(sizes, preparing: { GradientSample(seed: $0) }) { size, sample in
      sample.agreement(ofBatchesOf: size)
    }

    page.measure("pictures", GradientSample.count)
    page.report(of: agreement, as: .number)
    page.claim("larger-is-truer", agreement.gain(of: 64, over: 1), .moreThan(0), as: .number)
    try page.figure(
      "batches",
      LineChart(
        x: Axis(
          page.term("batch-size"), scale: .logarithmic, ticks: sizes.map(Double.init), format: .number(decimals: 0)),
        y: Axis(page.term("agreement"), range: 0...1), series: [agreement.line(at: Double.init) { $0 }]))
  }

  // cell: from-nothing
  func fromNothing(_ page: Page) throws -> [Float] {
    let validation = Menagerie(.digits).validationSet(count: 200, size: 24)
    let test = Menagerie(.digits).testSet(count: 500, size: 24)
    let runs = try page.study([1_000]) { count, seed in
      let digits = Menagerie(.digits, seed: seed).trainingSet(count: count, size: 24)
      return try SmallReader(learningFrom: digits, epochs: 6, checkedOn: validation, seed: seed)
    }
    let readers = runs[1_000]
    let tests = readers.map { $0.network.score(on: test).accuracy }

    page.measure("parameters", readers[0].network.parameterCount)
    page.measure("pictures", 1_000)
    page.measure("test", test.count)
    page.measure("steps", readers[0].steps)
    page.measure("seconds", values: readers.map(\.seconds), as: .seconds)
    page.claim("ninety", tests, .atLeast(0.9), as: .percent)
    try page.figure("from-nothing", page.curves(of: readers))
    return readers.map { ($0.training.last ?? 0) - ($0.validation.last ?? 0) }
  }

  // cell: overfitting
  func overfitting(_ page: Page, _ gapOfMany: [Float]) throws {
    let validation = Menagerie(.digits).validationSet(count: 200, size: 24)
    let readers = try page.study([60]) { count, seed in
      let digits = Menagerie(.digits, seed: seed).trainingSet(count: count, size: 24)
      return try SmallReader(learningFrom: digits, epochs: 16, checkedOn: validation, seed: seed)
    }[60]
    let gaps = readers.map { ($0.training.last ?? 0) - ($0.validation.last ?? 0) }

    page.measure("pictures", 60)
    page.measure("training", values: readers.map { $0.training.last ?? 0 }, as: .percent)
    page.measure("validation", values: readers.map { $0.validation.last ?? 0 }, as: .percent)
    page.claim("gap-opens", gaps, .atLeast(0.1), as: .percent)
    page.claim("pictures-close-it", zip(gaps, gapOfMany).map { $0 - $1 }, .moreThan(0), as: .percent)
    try page.figure("overfitting", page.curves(of: readers))
  }
}

extension Page {
  /// Accuracy on training and validation pictures, epoch by epoch, over the seeds.
  fileprivate func curves(of readers: [SmallReader]) -> LineChart {
    func line(_ name: String, _ curve: (SmallReader) -> [Float]) -> LineChart.Series {
      let curves = readers.map(curve)
      return LineChart.Series(
        term(name),
        curves[0].indices.map { epoch in
          DataPoint(x: Double(epoch + 1), values: curves.map { Double($0[epoch]) })
        })
    }
    return LineChart(
      x: Axis(term("epoch"), format: .number(decimals: 0)), y: .percent(term("accuracy"), range: 0...1),
      series: [line("training-accuracy", \.training), line("validation-accuracy", \.validation)],
      levels: [LineChart.Level(0.1, term("guessing", ["share": format(0.1, as: .percent(digits: 0))]))])
  }
}
