import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells of the lesson on own material; what one finds, the next ones use.
final class FineTuningOnOwnPictures {
  let bench: LessonMaterial
  let source: Network
  let plan: TuningPlan
  /// Frozen parts from the picture on, for each way that starts from the source; nil stands for training from scratch.
  let depths: [Int?]
  /// What was scored with all pictures, for every seed and way.
  private var grids: [[[TuningScore]]] = []

  init(_ material: OwnMaterial) throws {
    bench = try LessonMaterial(material, task: .farm)
    try bench.requireLinearHead()
    source = bench.network
    plan = bench.budget.first(of: TuningPlan.all) { [bench] in $0.passes(classes: bench.source.classNames.count) }
    bench.perClass = plan.perClass
    depths = [source.layerGroups.count - 1, source.layerGroups.count / 2, 0, nil]
  }

  // cell: material
  func material(_ page: Page) throws {
    let pictures = try bench.pictures()
    try bench.show(on: page)
    page.measure("parts", source.layerGroups.count)
    page.measure("half", source.layerGroups.count / 2)
    page.measure("most", min(plan.perClass, pictures.perClass))
    page.measure("epochs", plan.epochs)
    page.measure("scratch-epochs", plan.scratchEpochs)
    page.measure("minutes", bench.minutes(plan.passes(classes: pictures.classNames.count)), as: .number(digits: 1))
  }

  // cell: ways
  func ways(_ page: Page) throws {
    let pictures = try bench.pictures()
    let watched = pictures.test.perClass(max(1, 60 / pictures.classNames.count))
    let runs = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let few = FewPictures(pictures.few(pictures.perClass, seed: seed), seed: seed, for: source)
      return try depths.map { frozen in
        var curve: [Float] = []
        let network = try learned(few, frozen: frozen) { curve.append($0.score(on: watched).accuracy) }
        return (score: TuningScore(network, few, test: pictures.test), curve: curve)
      }
    }

    grids = runs.map { [$0.map(\.score)] }
    let (head, half, all, scratch) = (0, 1, 2, 3)
    for (name, way) in [("head", head), ("half", half), ("all", all), ("scratch", scratch)] {
      page.measure(name, values: runs.map { $0[way].score.test }, as: .percent)
      page.measure("\(name).own", values: runs.map { $0[way].score.training }, as: .percent)
      page.measure("\(name).gap", values: runs.map { $0[way].score.gap }, as: .percent)
    }
    page.measure("watched", watched.count)
    page.measure("gain", values: runs.map { $0[all].score.test - $0[scratch].score.test }, as: .percent)
    page.claim("beats-scratch", runs.map { $0[all].score.test - $0[scratch].score.test }, .atLeast(0), as: .percent)
    page.claim("beats-head", runs.map { $0[all].score.test - $0[head].score.test }, .atLeast(-0.02), as: .percent)
    try FineTuningFigures(page: page, parts: source.layerGroups.count).ownCurves(depths, runs.map { $0.map(\.curve) })
  }

  /// What comes of a few pictures: the head first, then all parts that are not frozen; or all from random weights.
  private func learned(
    _ few: FewPictures, frozen: Int?, after epoch: @escaping (any Layer) -> Void = { _ in }
  ) throws -> Network {
    guard let frozen else {
      return try few.fromScratch(epochs: plan.scratchEpochs, observers: [EpochObserver { epoch($0.network) }])
    }
    let network = try few.withFittedHead()
    epoch(network)
    guard frozen < source.layerGroups.count - 1 else { return network }
    network.freeze(first: frozen)
    try FineTuning(epochs: plan.epochs).train(
      network, on: few.training, seed: few.seed, observers: [EpochObserver { _ in epoch(network) }])
    return network
  }

  // cell: fewer
  func fewer(_ page: Page) throws {
    let pictures = try bench.pictures()
    let sizes = pictures.sizes
    let fewer = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      try sizes.dropLast().map { size in
        let few = FewPictures(pictures.few(size, seed: seed), seed: seed, for: source)
        return try depths.map { TuningScore(try learned(few, frozen: $0), few, test: pictures.test) }
      }
    }

    let table = DepthTable(zip(fewer, grids).map { $0 + $1 }, sizes: sizes, depths: depths)
    let (fewest, most) = (sizes[0], sizes[sizes.count - 1])
    page.measure("fewest", fewest)
    page.measure("most", most)
    for (name, depth) in [("head", depths[0]), ("all", 0), ("scratch", nil)] {
      page.measure("\(name)", values: table[fewest, depth].map(\.test), as: .percent)
      page.measure("\(name).gap", values: table[fewest, depth].map(\.gap), as: .percent)
    }
    page.measure("best.fewest", table.bestDepth(of: fewest) ?? 0)
    page.measure("best.most", table.bestDepth(of: most) ?? 0)
    page.claim("head-beats-scratch", table.gains(of: depths[0], over: nil, at: fewest), .atLeast(0), as: .percent)
    page.claim("gap-narrows", zip(table[fewest, 0], table[most, 0]).map { $0.gap - $1.gap }, .atLeast(0), as: .percent)
    try FineTuningFigures(page: page, parts: source.layerGroups.count).ownTables(table)
  }
}
