import Autograd
import Charts
import Experiments
import Foundation
import NeuralNetworks
import Notebook

extension TrainingTricksCells {
  // cell: schedules
  func schedules(_ page: Page) throws {
    let study = try page.study(Schedule.allCases) { schedule, seed in
      var recipe = Trick.plain.recipe
      recipe.schedule = schedule
      return try bench.outcome(of: recipe, .scratch, seed: seed)
    }

    page.measure("rate", TrickRecipe().rate, as: .number)
    page.measure("pictures", TrickBench.perClass)
    page.measure("steps", TrickBench.steps)
    page.report(of: study, as: .percent, \.accuracy)
    page.report("loss", of: study, as: .number, \.loss)
    page.claim("falls", study.gain(of: .oneCycle, over: .constant, \.accuracy), .moreThan(0), as: .percent)
    let places = (0...60).map { Double($0) / 60 }
    try page.figure(
      "factors",
      LineChart(
        x: .percent(page.term("progress"), range: 0...1), y: Axis(page.term("rate-factor"), range: 0...1.05),
        series: Schedule.allCases.map { schedule in
          LineChart.Series(
            schedule.label(page.term),
            places.map { DataPoint(x: $0, y: Double(schedule.schedule.factor(Float($0)))) })
        }))
    try page.figure("schedules", study.shareBars(page.term("test-accuracy"), \.accuracy))
  }

  // cell: finder
  func finder(_ page: Page) throws {
    let rates: [Float] = [0.003, 0.03, 0.3]
    let curves = try page.study([StartingPlace.scratch]) { place, seed in
      try bench.rateCurve(
        bench.untrained(.init(), place, seed: seed), .init(), on: bench.animals(seed: seed).training, seed: seed)
    }[.scratch]
    let grid = try page.study(rates) { rate, seed in
      var recipe = TrickRecipe()
      recipe.rate = rate
      return try bench.outcome(of: recipe, .scratch, seed: seed).accuracy
    }
    let found = try page.seeds.map { try bench.outcome(of: Trick.found.recipe, .scratch, seed: $0) }
    let best = grid.perSeed { _, accuracy in rates.map(accuracy).max() ?? 0 }

    page.measure("steps", LearningRateFinder().steps)
    page.measure("suggestions", (found.map(\.rate).min() ?? 0)...(found.map(\.rate).max() ?? 0), as: .number)
    page.measure("found", values: found.map(\.accuracy), as: .percent)
    page.measure("small", values: grid[0.003], as: .percent)
    page.measure("large", values: grid[0.3], as: .percent)
    page.measure("best", values: best, as: .percent)
    page.claim(
      "beats-small", zip(found, grid[0.003]).map { $0.accuracy - $1 }, .moreThan(0), as: .percent)
    try page.figure("finder", page.rateChart(of: curves[0], and: grid))
  }

  // cell: clipping
  func clipping(_ page: Page) throws {
    let study = try page.study(Clipped.allCases) { clipped, seed in
      let norms = Norms()
      let accuracy = try DeepStack(.he, seed: seed).accuracy(
        after: flowers(seed: seed), rate: 0.1, seed: seed, clipping: clipped == .with ? 0.5 : nil, noting: norms.note)
      return (accuracy: accuracy, norms: norms.values)
    }

    page.report(of: study, as: .percent, \.accuracy)
    page.measure("bound", 0.5 as Float, as: .number(digits: 1))
    page.report("longest", of: study, as: .number) { $0.norms.max() ?? 0 }
    page.claim("saves", study.gain(of: .with, over: .without, \.accuracy), .moreThan(0), as: .percent)
    try page.figure(
      "norms",
      study.curves(
        x: Axis(page.term("step")), y: Axis(page.term("log-norm")), height: 340
      ) { $0.norms.map { log10($0) } })
  }
}

/// Lengths of gradients, step by step.
private final class Norms {
  private(set) var values: [Float] = []
  /// Notes one more; lengths that no axis has room for end at 10⁻⁶ and 10⁶.
  func note(_ norm: Float) { values.append(min(max(norm.isFinite ? norm : 1e6, 1e-6), 1e6)) }
}

/// Whether gradients are clipped.
enum Clipped: String, CaseIterable, StudyKey {
  case without = "not-clipped"
  case with = "clipped"
}

extension Page {
  /// The losses of a search over its rates, and below them the accuracy of trainings at some rates.
  fileprivate func rateChart(of curve: LearningRateCurve, and grid: Study<Float, Float>) -> LineChart {
    func line(_ name: String, _ value: (LearningRateCurve.Point) -> Float) -> LineChart.Series {
      LineChart.Series(
        term(name), curve.points.map { DataPoint(x: Double($0.rate), y: Double(value($0))) }, hasMarkers: false)
    }
    let smoothed = line("smoothed-loss", \.smoothed)
    let suggested = smoothed.points.min {
      abs($0.x - Double(curve.suggestion ?? 0)) < abs($1.x - Double(curve.suggestion ?? 0))
    }
    return LineChart(
      x: Axis(term("learning-rate"), scale: .logarithmic, range: 9e-4...3.3),
      panels: [
        LineChart.Panel(
          y: Axis(term("loss")), series: [smoothed, line("batch-loss", \.loss)],
          annotations: suggested.map { [.init(x: $0.x, y: $0.y, text: term("suggested"))] } ?? []),
        LineChart.Panel(
          y: .percent(term("test-accuracy"), range: 0...1),
          series: [grid.line(term("trained-at-rate"), at: { Double($0) }) { $0 }.withinShares]),
      ])
  }
}
