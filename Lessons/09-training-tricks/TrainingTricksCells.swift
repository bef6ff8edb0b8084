import Autograd
import Charts
import Experiments
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// What helps a network to learn, and when.
  public static let trainingTricks = CourseLesson { _ in
    let cells = TrainingTricksCells()
    let starts = ResultCell("initialisation", keys: WeightStart.allCases, finding: cells.initialisation)
    return [
      starts,
      Cell("norm", keys: WeightStart.allCases, needing: starts, do: cells.norm),
      Cell("dropout", keys: DropoutShare.all, cells.dropout),
      Cell("optimisers", keys: Descent.allCases, cells.optimisers),
      Cell("schedules", keys: Schedule.allCases, cells.schedules),
      Cell("finder", cells.finder),
      Cell("clipping", keys: Clipped.allCases, cells.clipping),
      Cell("mixtures", cells.mixtures),
      Cell("soft", keys: Softness.allCases, cells.soft),
      Cell("tricks", keys: Trick.allCases + StartingPlace.allCases, cells.tricks),
    ]
  }
}

/// The cells of the lesson.
final class TrainingTricksCells {
  let bench = TrickBench()
  private var flowers: [UInt64: FlowerRows] = [:]

  /// The flowers of a seed, painted once.
  func flowers(seed: UInt64) -> FlowerRows {
    let known = flowers[seed] ?? FlowerRows(300, seed: seed)
    flowers[seed] = known
    return known
  }

  // cell: initialisation
  func initialisation(_ page: Page) throws -> Study<WeightStart, StackOutcome> {
    let study = try page.study(WeightStart.allCases, preparing: { ($0, flowers(seed: $0)) }) { start, known in
      let (seed, flowers) = known
      let stack = DeepStack(start, seed: seed)
      let spreads = stack.spreads(flowers.training.features)
      return StackOutcome(
        spreads: spreads, accuracy: try stack.accuracy(after: flowers, rate: 0.01, seed: seed))
    }
    let rows = flowers(seed: page.seed).training.features
    let changes = page.study(WeightStart.allCases, seeds: 20) { start, seed in
      DeepStack(start, seed: seed).change(rows)
    }

    page.measure("layers", DeepStack.depth)
    page.measure("width", DeepStack.width)
    page.measure("draws", changes.seeds.count)
    page.report("last", of: study, as: .number(digits: 4)) { $0.spreads[DeepStack.depth - 1] }
    page.report(of: study, as: .percent, \.accuracy)
    page.claim("he-keeps", changes[.he], .between(1 / 3, 3), as: .factor)
    page.claim("small-dies", changes[.small], .atMost(0.01), as: .number(digits: 4))
    page.claim("he-learns", study.gain(of: .he, over: .small, \.accuracy), .moreThan(0), as: .percent)
    try page.figure(
      "spreads",
      study.curves(
        x: Axis(page.term("layer"), ticks: (1...DeepStack.depth).map(Double.init), format: .number(decimals: 0)),
        y: Axis(page.term("spread"), scale: .logarithmic), from: 1, \.spreads))
    try page.figure("starts", study.shareBars(page.term("test-accuracy"), \.accuracy))
    return study
  }

  // cell: norm
  func norm(_ page: Page, _ without: Study<WeightStart, StackOutcome>) throws {
    let with = try page.study(WeightStart.allCases, preparing: { ($0, flowers(seed: $0)) }) { start, known in
      try DeepStack(start, normed: true, seed: known.0).accuracy(after: known.1, rate: 0.01, seed: known.0)
    }
    let both = page.study(WeightStart.allCases) { start, seed in
      let place = with.seeds.firstIndex(of: seed) ?? 0
      return (without: without[start][place].accuracy, with: with[start][place])
    }

    page.report(of: with, as: .percent)
    page.claim("rescues-small", both[.small].map { $0.with - $0.without }, .moreThan(0), as: .percent)
    page.claim("rescues-large", both[.large].map { $0.with - $0.without }, .moreThan(0), as: .percent)
    try page.figure(
      "norm",
      both.shareBars(page.term("test-accuracy"), [("without-norm", \.without), ("with-norm", \.with)]))
  }
}

/// What became of a deep stack.
struct StackOutcome {
  /// The spread of what each layer gives before the first step.
  let spreads: [Float]
  /// The share of the test that is right afterwards.
  let accuracy: Float
}
