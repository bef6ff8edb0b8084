import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// Which network, which layers, which method, with how much data.
  public static let choosing = CourseLesson { _ in
    let cells = ChoosingCells()
    let sources = ResultCell(
      "ranking", keys: SourceScore.allCases + ShelfSource.allCases + ShelfTarget.allCases, finding: cells.ranking)
    let table = ResultCell(
      "table", keys: TransferWay.allCases + Situation.all + TargetDistance.allCases, finding: cells.table)
    return [
      Cell("shelf", keys: ShelfSource.allCases, cells.shelf), sources,
      Cell("choice", keys: ChoiceRule.allCases, needing: sources, do: cells.choice), table,
      Cell("negative", keys: HarmfulCase.allCases, cells.negative),
      Cell("costs", keys: TransferWay.allCases, needing: table, do: cells.costs),
    ]
  }
}

/// What came of every source for every target.
typealias SourceStudy = Study<KeyPair<ShelfSource, ShelfTarget>, SourceOutcome>
/// What came of every way in every situation.
typealias WayStudy = Study<KeyPair<TransferWay, Situation>, WayOutcome>

/// The cells of the lesson.
struct ChoosingCells {
  let networks = Shelf()

  // cell: shelf
  func shelf(_ page: Page) throws {
    let own = try page.progress("shelf", over: ShelfSource.allCases).map { source in
      (source: source, accuracy: try networks.ownAccuracy(of: source, seed: page.seed))
    }

    page.measure("pictures", Shelf.count)
    page.measure("most", Shelf.largestCount)
    page.measure("parameters", try networks.network(.world, seed: page.seed).parameterCount)
    for (source, accuracy) in own { page.measure("\(source.name)", accuracy, as: .percent) }
    try page.figure("shelf", page.shelf(ShelfSource.allCases.filter { $0 != .untrained && $0 != .shuffled }))
  }

  // cell: ranking
  func ranking(_ page: Page) throws -> SourceStudy {
    let study = try page.study(
      ShelfSource.allCases, by: ShelfTarget.allCases,
      preparing: { TargetPictures($0.task, count: 72, validation: 72, test: 300, seed: $1) }
    ) { source, _, target in
      try SourceOutcome(
        networks.network(source, seed: page.seed), own: networks.ownAccuracy(of: source, seed: page.seed), to: target)
    }
    let ranks = page.study(SourceScore.allCases, by: ShelfTarget.allCases) { score, task, seed in
      let column = study.column(task)
      let outcomes = ShelfSource.allCases.map { column[$0][study.seeds.firstIndex(of: seed) ?? 0] }
      return RankCorrelation.coefficient(of: outcomes.map { $0[score] }, outcomes.map(\.accuracy))
    }
    let byScore = ranks.rowMeans { $0 }

    page.report(of: byScore, as: .number(digits: 2))
    page.report("tuned", of: study.column(.farm), as: .percent, \.accuracy)
    page.measure("scoring", values: study.all.map(\.scoring), as: .seconds(digits: 2))
    page.measure("tuning", values: study.all.map(\.tuning), as: .seconds(digits: 2))
    page.claim("logme-ranks", byScore[.logME], .moreThan(0), as: .number(digits: 2))
    page.claim("leep-ranks", byScore[.leep], .moreThan(0), as: .number(digits: 2))
    page.claim("h-score-ranks", byScore[.hScore], .moreThan(0), as: .number(digits: 2))
    page.claim("beats-own", byScore.gain(of: .logME, over: .own), .moreThan(0), as: .number(digits: 2))
    try page.figure("scores", page.scatter(of: study.column(.farm), by: .logME))
    try page.figure("correlation", page.bars(of: ranks))
    return study
  }

  // cell: choice
  func choice(_ page: Page, _ sources: SourceStudy) throws {
    let choices = page.study(ChoiceRule.allCases, by: ShelfTarget.allCases) { rule, task, seed in
      let place = sources.seeds.firstIndex(of: seed) ?? 0
      return ChosenSource(by: rule, among: ShelfSource.allCases.map { sources[$0, task][place] }, seed: seed)
    }
    let (reported, fresh) = (choices.rowMeans(\.reported), choices.rowMeans(\.fresh))

    page.measure("pictures", ChosenSource.testCount)
    page.measure("candidates", ShelfSource.allCases.count)
    page.report("reported", of: reported, as: .percent) { $0 }
    page.report("fresh", of: fresh, as: .percent) { $0 }
    let luck = zip(reported[.test], fresh[.test]).map { $0 - $1 }
    page.measure("luck", values: luck.map { 100 * $0 }, as: .number(digits: 1))
    page.claim("leak", luck, .moreThan(0), as: .percent)
    page.claim("scores-pay", fresh.gain(of: .logME, over: .lot), .moreThan(0), as: .percent)
    page.claim("score-is-close", fresh.gain(of: .validation, over: .logME), .atMost(0.05), as: .percent)
    try page.figure("choice", page.bars(reported: reported, fresh: fresh))
  }

  // cell: table
  func table(_ page: Page) throws -> WayStudy {
    let study = try page.study(TransferWay.allCases, by: Situation.all, preparing: { ($0, $0.pictures(seed: $1)) }) {
      way, _, prepared in
      try WayOutcome(
        way, of: networks.network(.world, seed: page.seed), on: prepared.1, epochs: prepared.0.epochs)
    }
    func gain(_ way: TransferWay, _ other: TransferWay, _ size: Int, _ distance: TargetDistance) -> [Float] {
      study.column(Situation(perClass: size, distance: distance, budget: .long)).gain(of: way, over: other, \.test)
    }
    let distances = try page.study(TargetDistance.allCases) { distance, seed in
      let target = TargetPictures(distance.task, count: 3, validation: 3, test: 150, seed: seed)
      return try networks.distance(of: .world, from: target, seed: page.seed)
    }
    let short = Situation.all.filter { $0.budget == .short }

    page.report("distance", of: distances, as: .number(digits: 2)) { $0 }
    page.report(of: study, as: .percent, \.test)
    page.measure("short", TrainingBudget.short.rawValue)
    page.measure("long", TrainingBudget.long.rawValue)
    page.measure("table", page.decisions(study))
    page.claim("farther", distances.gain(of: .far, over: .near), .moreThan(0), as: .number(digits: 2))
    page.claim("few-near", gain(.fineTune, .scratch, 10, .near), .atLeast(0.05), as: .percent)
    page.claim("far-much", gain(.fineTune, .head, 100, .far), .atLeast(0.05), as: .percent)
    page.claim("short", study.smallestGain(of: .head, over: .scratch, in: short, \.test), .moreThan(0), as: .percent)
    try page.figure("table", page.heat(study))
    return study
  }

  // cell: negative
  func negative(_ page: Page) throws {
    let situation = Situation(perClass: 100, distance: .far, budget: .long)
    let study = try page.study(
      HarmfulCase.allCases, preparing: { try ScratchBaseline(on: situation.pictures(seed: $0)) }
    ) {
      harmful, rival in
      let source = try networks.network(harmful.source, seed: page.seed)
      return (with: try rival.accuracy(harmful.way, of: source), without: rival.fromScratch)
    }
    let gaps = study.map { $0.with - $0.without }

    page.measure("passes", ScratchBaseline.epochs * situation.perClass * situation.distance.task.classes.count)
    page.measure("scratch", values: study[.shuffled].map(\.without), as: .percent)
    page.report(of: gaps, as: .number(digits: 1)) { 100 * $0 }
    page.claim("harms", gaps[.shuffled].map { -$0 }, .moreThan(0), as: .percent)
    page.claim("leaves-harm", gaps[.leaves].map { -$0 }, .moreThan(0), as: .percent)
    page.claim("photos-harm", gaps[.world].map { -$0 }, .moreThan(0), as: .percent)
    page.claim("heals", gaps.gain(of: .tuned, over: .shuffled), .moreThan(0), as: .percent)
    try page.figure("negative", gaps.bars(Axis(page.term("transfer-gap")), format: .number(decimals: 1)) { 100 * $0 })
  }

  // cell: costs
  func costs(_ page: Page, _ ways: WayStudy) throws {
    let situation = Situation(perClass: 100, distance: .near, budget: .long)
    let known = ways.column(situation)
    let cost = TransferCost(of: try networks.network(.world, seed: page.seed), in: situation)

    page.report("accuracy", of: known, as: .percent, \.test)
    page.report("seconds", of: known, as: .seconds(digits: 2), \.seconds)
    for way in TransferWay.allCases {
      page.measure("\(way.name).learns", cost.learning(way))
      page.measure("\(way.name).memory", Double(cost.keptValues(way)) * 4 / 1e6, as: .number(digits: 2))
      page.measure("\(way.name).work", Double(cost.multiplications(way)) / 1e9, as: .number(digits: 1))
    }
    let ratio = Float(cost.multiplications(.scratch)) / Float(cost.multiplications(.head))
    page.claim("head-is-cheap", ofEach: [ratio], .atLeast(10), as: .factor)
  }
}
