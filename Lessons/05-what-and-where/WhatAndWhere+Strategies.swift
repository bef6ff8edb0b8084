import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// What came of each way to learn from a few pictures.
typealias StrategyStudy = Study<MatchingWay, MatchedScore>

extension WhatAndWhereCells {
  // cell: strategies
  func strategies(_ page: Page) throws -> StrategyStudy {
    let test = try material.test(300)
    let study = try page.study(plan.ways, preparing: prepared) { way, prepared in
      try MatchedScore(on: test) { try prepared.trained(way, by: training) }
    }

    page.measure("test", test.count)
    page.report(of: study, as: .percent, \.accuracy)
    page.report("seconds", of: study, as: .seconds, \.seconds)
    page.measure("single-gain", values: study.gain(of: .single, over: .alone, \.accuracy), as: .percent)
    page.claim("beats-alone", study.gain(of: .oneToOne, over: .alone, \.accuracy), .moreThan(0), as: .percent)
    page.claim("equal-beats-alone", study.gain(of: .allToAll, over: .alone, \.accuracy), .moreThan(0), as: .percent)
    if study.keys.contains(.learnt) {
      page.claim("learnt-beats-alone", study.gain(of: .learnt, over: .alone, \.accuracy), .moreThan(0), as: .percent)
      page.claim("learnt-no-better", study.gain(of: .learnt, over: .allToAll, \.accuracy), .atMost(0.03), as: .percent)
    }
    try page.figure("strategies", study.shareBars(page.term("test-accuracy"), \.accuracy))
    return study
  }

  // cell: maps
  func maps(_ page: Page, _ study: StrategyStudy) throws {
    let test = try material.test(60)
    let wanted = training.maps(of: test)
    let before = training.start(
      .oneToOne, classes: test.classNames.map(\.english), channels: wanted.channels, seed: page.seed)
    let distances = study[.oneToOne].map { $0.target.distance(for: test.inputs, source: wanted) }

    page.measure("pictures", test.count)
    page.measure("before", before.distance(for: test.inputs, source: wanted), as: .number)
    page.measure("after", values: distances, as: .number)
    page.claim("nearer", distances, .atMost(0.95), as: .number)
    try page.figure(
      "maps",
      page.mapGrid(
        test, source: wanted,
        targets: [("before-learning", before), ("after-learning", study.first(.oneToOne).target)]))
  }

  // cell: planted
  func planted(_ page: Page) throws {
    // Ten times the rate and twice as often, to see where the weights are heading.
    var restless = TargetTraining(source: source, views: plan.views, epochs: plan.epochs / 2)
    restless.meta = MetaLearning(rate: 0.02, interval: 8)
    let study = try page.study([MatchingWay.learnt], preparing: prepared) { way, prepared in
      let plants = Plants(in: prepared.maps, seed: prepared.few.seed)
      return PlantedWeights(of: try prepared.trained(way, by: restless, like: plants.maps), on: plants)
    }
    let weights = study[.learnt]

    page.measure("channels", weights[0].channels.count)
    page.measure("channel", values: weights.map(\.plantedChannel), as: .number)
    page.measure("channels-below", values: weights.map(\.shareBelowPlanted), as: .percent)
    page.measure("layer", values: weights.map(\.plantedLayer), as: .number)
    page.measure("deepest", values: weights.map(\.deepestLayer), as: .number)
    page.claim("noise-weighs-less", weights.map { $0.deepestLayer - $0.plantedLayer }, .moreThan(0), as: .number)
    try page.figure("channels", page.channelLine(weights))
    try page.figure("pairs", page.pairMap(weights))
  }
}
