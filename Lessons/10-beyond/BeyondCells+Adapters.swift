import Charts
import Datasets
import Experiments
import Notebook

/// What came of each way to adapt.
typealias AdapterStudy = Study<AdapterWay, AdaptedTop>

extension BeyondCells {
  // cell: adapters
  func adapters(_ page: Page) throws -> AdapterStudy {
    let study = try page.study(AdapterWay.allCases, preparing: task) { way, task in try task.learnt(way) }

    page.measure("classes", AdapterTask.task.classes.count)
    page.measure("pictures", AdapterTask.perClass)
    page.measure("rank", AdapterWay.rank)
    page.report(of: study, as: .percent, \.accuracy)
    for way in study.keys { page.measure("\(way.name).learnt", study.first(way).learnt) }
    page.claim("over-head", study.gain(of: .both, over: .head, \.accuracy), .moreThan(0), as: .percent)
    page.claim("norms-matter", study.gain(of: .both, over: .updates, \.accuracy), .moreThan(0), as: .percent)
    page.claim("full-better", study.gain(of: .full, over: .both, \.accuracy), .moreThan(0), as: .percent)
    let marks = study.keys.map { way in
      let point = study.point(Double(study.first(way).learnt), of: way, \.accuracy)
      return ScatterChart.Group(
        way.label(page.term), [.init(x: point.x, y: point.y, radius: 6, spread: point.spread)])
    }
    try page.figure(
      "adapters",
      ScatterChart(
        x: Axis(page.term("learnt"), scale: .logarithmic, format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy")), groups: marks, plotHeight: 320))
    return study
  }

  // cell: merged
  func merged(_ page: Page, _ adapters: AdapterStudy) throws {
    let ranks = adapters.restricted(to: [.updates, .both])
    let differences = ranks.perSeed { seed, layers in
      ranks.keys.map { task(seed: seed).difference(afterMerging: layers($0)) }.max() ?? 0
    }

    page.measure("frozen", adapters.first(.both).frozen)
    page.measure("changed", ranks.all.map(\.changed).max() ?? 0)
    page.measure("difference", differences.max() ?? 0, as: .number(digits: 6))
    page.claim("frozen", ofEach: ranks.all.map { Float($0.changed) }, .atMost(0), as: .count)
    page.claim("merged", ofEach: differences, .atMost(0.001), as: .number(digits: 6))
  }

  /// The task of a seed, whichever cell asks for it.
  private func task(seed: UInt64) -> AdapterTask {
    if let found = tasks[seed] { return found }
    let task = AdapterTask(for: classroom.teacher, seed: seed)
    tasks[seed] = task
    return task
  }
}
