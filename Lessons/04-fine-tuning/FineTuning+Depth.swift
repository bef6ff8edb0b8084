import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// How much of a network learns, from how many pictures, and how well it does.
typealias DepthStudy = Study<KeyPair<Depth, TuningSize>, TuningScore>

extension FineTuningCells {
  // cell: depth
  func depth(_ page: Page) throws -> DepthStudy {
    let test = try material.test(210)
    let study = try page.study(
      plan.depths, by: try plan.sizes(for: material), preparing: { try material.few($0.perClass, seed: $1) }
    ) { depth, size, few in
      try tuned(depth, few, size, test: test)
    }

    page.report(of: study, as: .percent, \.test)
    page.report("gap", of: study, as: .percent, \.gap)
    page.measure("least-own", study.keys.map { study.mean(of: $0, \.training) }.min() ?? 0, as: .percent)
    for size in study.columns() as [TuningSize] {
      let fineTuned = study.column(size).restricted(to: plan.depths.filter { $0 != .scratch })
      page.measure("pictures.\(size.name)", size.perClass)
      page.measure("epochs.\(size.name)", size.epochs)
      page.measure("scratch-epochs.\(size.name)", size.scratchEpochs)
      let best = fineTuned.best(by: \.test)
      let next = fineTuned.restricted(to: fineTuned.keys.filter { $0 != best }).best(by: \.test)
      page.measure("best.\(size.name)", best.frozen(of: source))
      page.measure("ahead.\(size.name)", values: fineTuned.gain(of: best, over: next, \.test), as: .percent)
    }
    page.claim(
      "beats-scratch", study.smallestGain(of: .everything, over: .scratch, \.test), .moreThan(0), as: .percent)
    try page.figure("depth-accuracy", map(of: study, "test-accuracy", \.test))
    try page.figure("depth-gap", map(of: study, "gap", \.gap))
    return study
  }

  private func map(of study: DepthStudy, _ label: String, _ value: (TuningScore) -> Float) -> HeatMap {
    study.heatMap(
      rows: "what-learns", columns: "pictures-per-class", value: label, format: .percent(decimals: 0), value)
  }

  /// How well a network does that has learnt from a few pictures: the head first, then all layer groups that are not frozen;
  /// or all of them from random weights.
  private func tuned(
    _ depth: Depth, _ few: FewPictures, _ size: TuningSize, test: TestSet
  ) throws -> TuningScore {
    let watched = size.isWatched ? watched(test) : nil
    var curve: [Float] = []
    func watch(_ network: any Layer) {
      if let watched { curve.append(network.score(on: watched).accuracy) }
    }
    guard depth != .scratch else {
      let network = try few.fromScratch(epochs: size.scratchEpochs, observers: [EpochObserver { watch($0.network) }])
      return TuningScore(network, few, test: test, curve: curve)
    }
    let network = try few.withFittedHead()
    watch(network)
    network.freeze(first: depth.frozen(of: network))
    try FineTuning(epochs: size.epochs).train(
      network, on: few.training, seed: few.seed, observers: [EpochObserver { _ in watch(network) }])
    return TuningScore(network, few, test: test, curve: curve)
  }

  /// About sixty test pictures, as many of each class, for curves that nothing is chosen by.
  private func watched(_ test: TestSet) -> TestSet { test.perClass(max(1, 60 / test.classNames.count)) }

  // cell: ways
  func ways(_ page: Page, _ depth: DepthStudy) throws {
    let sizes = try plan.sizes(for: material)
    let (fewest, most) = (depth.column(sizes[0]), depth.column(sizes[sizes.count - 1]))

    page.measure("watched", watched(try material.test(210)).count)
    page.report("own", of: most, as: .percent, \.training)
    page.measure("gain", values: most.gain(of: .everything, over: .scratch, \.test), as: .percent)
    page.claim("beats-head", most.gain(of: .everything, over: .headAlone, \.test), .atLeast(-0.02), as: .percent)
    page.claim("head-beats-scratch", fewest.gain(of: .headAlone, over: .scratch, \.test), .moreThan(0), as: .percent)
    page.claim(
      "gap-narrows", zip(fewest[.everything], most[.everything]).map { $0.gap - $1.gap }, .moreThan(0), as: .percent)
    try page.figure(
      "ways",
      most.curves(
        x: Axis(page.term("epoch"), format: .number(decimals: 0)), y: .percent(page.term("kept-back-accuracy")),
        height: 380, from: { $0 == .scratch ? 1 : 0 }, label: { $0.label(page.term) }, \.curve))
  }

  // cell: far
  func far(_ page: Page, _ depth: DepthStudy) throws {
    let test = Menagerie(.farm, style: .night).testSet(count: 210, size: source.inputSize)
    let near = depth.column(.twenty).restricted(to: [.headAlone, .lastThree, .everything])
    let far = try page.study(near.keys) { depth, seed in
      let few = FewPictures(of: .farm, style: .night, perClass: 20, seed: seed, for: source)
      return try tuned(depth, few, .twenty, test: test)
    }

    let (byDay, byNight) = (
      near.gain(of: .everything, over: .headAlone, \.test), far.gain(of: .everything, over: .headAlone, \.test)
    )
    page.report(of: far, as: .percent, \.test)
    page.measure("day-gain", values: byDay, as: .percent)
    page.measure("night-gain", values: byNight, as: .percent)
    page.measure("difference", values: zip(byNight, byDay).map { $0 - $1 }, as: .percent)
    page.claim("all-layers-win", byNight, .moreThan(0), as: .percent)
    try page.figure(
      "far",
      BarChart(
        categories: far.labels, value: .percent(page.term("test-accuracy"), range: 0...1),
        series: [near.series(page.term("photos"), \.test), far.series(page.term("by-night"), \.test)],
        valueFormat: .percent(decimals: 1)))
  }

  // cell: digits
  func digits(_ page: Page) throws {
    let tests = [
      TransferTask.farm: try material.test(210),
      .digits: Menagerie(.digits).testSet(count: 210, size: source.inputSize),
    ]
    let study = try page.study(TransferTask.allCases, by: [Depth.scratch, .everything], seeds: 15) {
      task, depth, seed in
      let few = FewPictures(of: task.task, perClass: 5, seed: seed, for: source)
      return try tuned(depth, few, .five, test: tests[task] ?? material.test(210)).test
    }
    func gain(_ task: TransferTask) -> [Float] { study.row(task).gain(of: .everything, over: .scratch) }

    page.measure("many", study.seeds.count)
    page.report(of: study, as: .percent)
    page.measure("gain", values: gain(.digits), as: .percent)
    page.measure("farm-gain", values: gain(.farm), as: .percent)
    page.claim("digits-gain-less", zip(gain(.farm), gain(.digits)).map { $0 - $1 }, .moreThan(0), as: .percent)
    try page.figure(
      "digits",
      BarChart(
        categories: [page.term("farm-animals"), page.term("digits")],
        value: .percent(page.term("test-accuracy"), range: 0...1),
        series: [(Depth.scratch, "from-scratch"), (.everything, "fine-tuned")].map { depth, name in
          BarChart.Series(page.term(name), ofSeeds: TransferTask.allCases.map { study[$0, depth] })
        }, valueFormat: .percent(decimals: 1)))
  }
}

/// What a network that has learnt animals is to learn next.
enum TransferTask: String, CaseIterable, StudyKey {
  case farm, digits

  var task: ClassificationTask { self == .farm ? .farm : .digits }
}
