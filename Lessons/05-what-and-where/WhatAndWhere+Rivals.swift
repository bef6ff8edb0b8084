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

extension WhatAndWhereCells {
  // cell: tasks
  func tasks(_ page: Page) throws {
    func painted(_ task: TargetTask) -> TestSet { Menagerie(task.task).testSet(count: 300, size: source.inputSize) }
    let tests = Dictionary(uniqueKeysWithValues: TargetTask.allCases.map { ($0, painted($0)) })
    func training(_ task: TargetTask) -> TargetTraining { TargetTraining(source: source, epochs: task.epochs) }
    let study = try page.study(
      [MatchingWay.alone, .oneToOne], by: TargetTask.allCases,
      preparing: { task, seed in
        PreparedPictures(FewPictures(of: task.task, perClass: 10, seed: seed, for: source), for: training(task))
      }
    ) { way, task, prepared in
      try prepared.trained(way, by: training(task)).network
        .score(on: tests[task, default: painted(task)]).accuracy
    }

    page.report(of: study, as: .percent)
    for task in TargetTask.allCases {
      page.measure("\(task.name).guess", 1 / Double(task.task.classes.count), as: .percent)
      page.measure("\(task.name).gain", values: study.column(task).gain(of: .oneToOne, over: .alone), as: .percent)
    }
    page.claim("everywhere", study.smallestGain(of: .oneToOne, over: .alone) { $0 }, .moreThan(0), as: .percent)
    try page.figure(
      "tasks",
      BarChart(
        categories: TargetTask.allCases.map { $0.label(page.term) },
        value: .percent(page.term("test-accuracy"), range: 0...1),
        series: [MatchingWay.alone, .oneToOne].map { way in
          BarChart.Series(way.label(page.term), ofSeeds: TargetTask.allCases.map { study[way, $0] })
        }, valueFormat: .percent(decimals: 1)))
  }

  // cell: rivals
  func rivals(_ page: Page, _ strategies: StrategyStudy) throws {
    let test = try material.test(300)
    func outcome(_ rival: Rival, _ prepared: PreparedPictures) throws -> RivalScore {
      let few = prepared.few
      switch rival {
      case .alone: return RivalScore(strategies.outcome(of: .alone, seed: few.seed))
      case .allToAll: return RivalScore(strategies.outcome(of: .allToAll, seed: few.seed))
      case .distilled:
        return try RivalScore(on: test) {
          let teacher = try tuned(few, epochs: 8)
          return try training.distilled(
            from: teacher, on: prepared.pictures, classes: prepared.classes, seed: few.seed
          ).network
        }
      case .headAlone: return try RivalScore(on: test) { try few.withFittedHead() }
      case .fineTuned: return try RivalScore(on: test) { try tuned(few, epochs: 8) }
      }
    }
    let study = try page.study(plan.rivals, preparing: prepared) { try outcome($0, $1) }

    page.report(of: study, as: .percent, \.accuracy)
    page.report("seconds", of: study, as: .seconds, \.seconds)
    page.claim("fine-tuning-wins", study.gain(of: .fineTuned, over: .allToAll, \.accuracy), .moreThan(0), as: .percent)
    if study.keys.contains(.distilled) {
      page.measure("over-distilled", values: study.gain(of: .allToAll, over: .distilled, \.accuracy), as: .percent)
    }
    try page.figure("rivals", study.shareBars(page.term("test-accuracy"), \.accuracy))
  }

  /// The source, fine-tuned on the pictures: the head first, then everything.
  private func tuned(_ few: FewPictures, epochs: Int) throws -> Network {
    let network = try few.withFittedHead()
    try FineTuning(epochs: epochs).train(network, on: few.training, seed: few.seed)
    return network
  }

  // cell: hurts
  func hurts(_ page: Page) throws {
    let test = try material.test(300)
    var strong = TargetTraining(source: source, views: plan.views, epochs: max(2, plan.epochs / 2))
    strong.training.strength = 8
    let study = try page.study(MapSource.allCases, preparing: prepared) { maps, prepared in
      try prepared.trained(
        maps == .nothing ? .alone : .allToAll, by: strong, like: prepared.maps(from: maps, for: strong)
      ).network.score(on: test).accuracy
    }

    page.measure("strength", strong.training.strength, as: .number(digits: 0))
    page.measure("epochs", strong.training.epochs)
    page.report(of: study, as: .percent)
    page.measure("gain", values: study.gain(of: .trained, over: .nothing), as: .percent)
    page.claim("trained-beats-untrained", study.gain(of: .trained, over: .untrained), .moreThan(0), as: .percent)
    page.claim("untrained-hurts", study.gain(of: .nothing, over: .untrained), .moreThan(0), as: .percent)
    try page.figure("hurts", study.shareBars(page.term("test-accuracy")) { $0 })
  }
}

extension Study {
  /// What came of a way for a seed.
  fileprivate func outcome(of key: Key, seed: UInt64) -> Outcome { self[key][seeds.firstIndex(of: seed) ?? 0] }
}
