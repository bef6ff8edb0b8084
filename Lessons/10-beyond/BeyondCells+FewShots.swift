import Charts
import Datasets
import Experiments
import ModelZoo
import Notebook
import TransferLearning

extension BeyondCells {
  /// The pool of a seed, whichever cell asks for it.
  func pool(seed: UInt64) -> EpisodePool {
    if let found = pools[seed] { return found }
    let network = classroom.teacher
    let pool = EpisodePool(for: network.frozenBelowHead, size: network.inputSize, seed: seed)
    pools[seed] = pool
    return pool
  }

  // cell: shots
  func shots(_ page: Page) throws {
    let study = page.study(ShotWay.allCases, by: [1, 2, 5, 10], preparing: { pool(seed: $1) }) { way, shots, pool in
      pool.accuracies(of: way, ways: 5, shots: shots).mean
    }

    page.measure("classes", EpisodePool.task.classes.count)
    page.measure("queries", EpisodePool.queries)
    page.measure("episodes", EpisodePool.episodes)
    page.report(of: study, as: .percent)
    page.claim("one-shot", study.column(1).gain(of: .prototypes, over: .pixels), .atLeast(0.2), as: .percent)
    page.claim("more-shots", study.row(.prototypes).gain(of: 10, over: 1), .moreThan(0), as: .percent)
    try page.figure(
      "shots",
      LineChart(
        x: Axis(page.term("shots"), scale: .logarithmic, ticks: [1, 2, 5, 10], format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy"), range: 0.1...1), series: study.lines(at: Double.init),
        levels: [page.guessing(among: 5)], height: 380))
  }

  // cell: ways
  func ways(_ page: Page) throws {
    let study = page.study([1, 5], by: [2, 5, 10, 20], preparing: { pool(seed: $1) }) { shots, ways, pool in
      pool.accuracies(of: .prototypes, ways: ways, shots: shots).mean
    }

    page.report(of: study, as: .percent)
    page.claim("harder", study.row(1).gain(of: 2, over: 20), .moreThan(0), as: .percent)
    let lines = zip([1, 5], ["one-shot", "five-shots"]).map { shots, term in
      study.row(shots).line(page.term(term), at: Double.init) { $0 }
    }
    try page.figure(
      "ways",
      LineChart(
        x: Axis(page.term("ways"), scale: .logarithmic, ticks: [2, 5, 10, 20], format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy"), range: 0...1), series: lines, height: 340))
  }

  // cell: episodes
  func episodes(_ page: Page) throws {
    let study = page.study([1, 10], preparing: pool) { shots, pool in
      EpisodeSpread(pool.accuracies(of: .prototypes, ways: 5, shots: shots))
    }

    page.report("deviation", of: study, as: .percent, \.deviation)
    page.report("interval", of: study, as: .percent, \.interval)
    page.report("least", of: study, as: .percent, \.least)
    page.report("most", of: study, as: .percent, \.most)
    page.claim("steadier", study.gain(of: 1, over: 10, \.deviation), .moreThan(0), as: .percent)
    let shown = zip([1, 10], ["one-shot", "ten-shots"]).map { shots, term in
      ScatterChart.Group(
        page.term(term),
        study.first(shots).accuracies.enumerated().map {
          .init(x: Double($0.offset + 1), y: Double($0.element), radius: 3)
        })
    }
    try page.figure(
      "episodes",
      ScatterChart(
        x: Axis(page.term("episode"), format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy"), range: 0...1), groups: shown, plotHeight: 320))
  }
}

/// How the episodes of one seed scatter.
struct EpisodeSpread {
  let accuracies: [Float]
  /// The standard deviation of one episode.
  let deviation: Float
  /// Half of the 95 % interval of the mean over all episodes: 1.96 · s / √n.
  let interval: Float
  var least: Float { accuracies.range.lowerBound }
  var most: Float { accuracies.range.upperBound }

  init(_ accuracies: [Float]) {
    self.accuracies = accuracies
    let (mean, count) = (accuracies.mean, Float(accuracies.count))
    deviation = (accuracies.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)).squareRoot()
    interval = 1.96 * deviation / count.squareRoot()
  }
}
