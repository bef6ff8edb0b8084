import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// What to do when labels are on one side only.
  public static let domainAdaptation = CourseLesson { _ in
    let cells = DomainAdaptationCells()
    let ways = ResultCell(
      "ways", keys: AdaptationWay.allCases + TargetStyle.allCases, finding: cells.ways)
    return [
      Cell("worlds", cells.worlds),
      Cell("source-only", keys: TargetStyle.allCases, cells.sourceOnly),
      Cell("night", keys: NormStatistics.allCases, cells.night),
      ways,
      Cell("probe", keys: AdaptationWay.allCases, needing: ways, do: cells.probe),
      Cell("collapse", keys: AdaptationWay.allCases, needing: ways, do: cells.collapse),
      Cell("leak", keys: TargetStyle.allCases, needing: ways, do: cells.leak),
      Cell("shares", keys: AdaptationWay.allCases, cells.shares),
      Cell("budget", keys: LabelBudget.allCases, needing: ways, do: cells.budget),
      Cell("bound", keys: TargetStyle.allCases, cells.bound),
      Cell("kinds", keys: TransferKind.allCases, needing: ways, do: cells.kinds),
    ]
  }
}

/// What came of every way to every target.
typealias WayStudy = Study<KeyPair<AdaptationWay, TargetStyle>, AdaptedScore>

/// The cells of the lesson.
final class DomainAdaptationCells {
  let world = SourceWorld()

  // cell: worlds
  func worlds(_ page: Page) throws {
    let task = SourceWorld.task()
    let scenes = task.classNames.indices.map { Menagerie(task, seed: page.seed).testScenes(of: $0, count: 1)[0] }
    page.measure("source", SourceWorld.count)
    page.measure("target", StyleTarget.count)
    page.measure("test", StyleTarget.testCount)
    page.measure("animals", .list(task.classNames.map { Phrase($0) }))
    try page.figure(
      "worlds",
      PictureGrid(
        columnHeadings: task.classNames.map { page(Phrase($0)) },
        rowHeadings: TargetStyle.allCases.map { $0.label(page.term) },
        rows: TargetStyle.allCases.map { style in
          scenes.map { PictureGrid.Cell($0.picture(size: SourceWorld.size, style: style.style).withChannels(3)) }
        }, factor: 3))
  }

  // cell: source-only
  func sourceOnly(_ page: Page) throws {
    let study = try page.study(TargetStyle.allCases) { style, seed in
      try world.network(seed: seed).score(on: world.target(style, seed: seed).test).accuracy
    }
    let worst = study.best { -$0 }

    page.report(of: study, as: .percent)
    page.measure("guess", 1 / Float(SourceWorld.task().classes.count), as: .percent)
    page.measure("worst", term: worst.name)
    page.measure("worst.accuracy", values: study[worst], as: .percent)
    page.claim("loses", study.gain(of: .photo, over: worst), .atLeast(0.25), as: .percent)
    try page.figure("source-only", study.shareBars(page.term("test-accuracy")) { $0 })
  }

  // cell: night
  func night(_ page: Page) throws {
    let study = try page.study(NormStatistics.allCases, preparing: { world.target(.night, seed: $0) }) { kind, target in
      let network = try world.network(seed: target.seed)
      if kind == .ofTarget { network.adaptBatchNorms(to: UnlabelledSet(target.pictures)) }
      return (
        night: network.score(on: target.test).accuracy,
        day: network.score(on: world.photos(seed: target.seed).validation).accuracy
      )
    }

    page.report("night", of: study, as: .percent, \.night)
    page.report("day", of: study, as: .percent, \.day)
    page.claim("repairs", study.gain(of: .ofTarget, over: .ofSource, \.night), .moreThan(0), as: .percent)
    page.claim("ruins", study.gain(of: .ofSource, over: .ofTarget, \.day), .moreThan(0), as: .percent)
    try page.figure(
      "night", study.shareBars(page.term("accuracy"), [("by-night", \.night), ("by-day", \.day)]))
  }

  // cell: ways
  func ways(_ page: Page) throws -> WayStudy {
    let study = try page.study(
      AdaptationWay.allCases, by: TargetStyle.targets, preparing: { world.target($0, seed: $1) }
    ) { way, _, target in try world.adapted(way, to: target) }

    page.report(of: study, as: .percent, \.target)
    for style in TargetStyle.targets {
      let column = study.column(style)
      let best = column.restricted(to: AdaptationWay.unsupervised).best(by: \.target)
      page.measure("best.\(style.name)", term: best.name)
      page.measure("lost.\(style.name)", values: column.gain(of: .oracle, over: .sourceOnly, \.target), as: .percent)
      page.measure(
        "won.\(style.name)", values: column.gain(of: AdaptationPlan.favourite, over: .sourceOnly, \.target),
        as: .percent)
    }
    let night = study[AdaptationPlan.favourite, .night].map(\.target)
    page.claim("half-sketch", surplus(of: study.column(.sketch)), .atLeast(0), as: .percent)
    page.claim("half-painting", surplus(of: study.column(.painting)), .atLeast(0), as: .percent)
    page.claim("half-night", surplus(of: study.column(.night)), .atLeast(0), as: .percent)
    page.claim("night-75", night, .atLeast(0.75), as: .percent)
    try page.figure(
      "ways",
      study.heatMap(
        rows: "way", columns: "target", value: "test-accuracy", format: .percent(decimals: 0), \.target))
    return study
  }

  /// By how much the way that was chosen beforehand wins back more than half of what is lost, one value a seed.
  private func surplus(of column: Study<AdaptationWay, AdaptedScore>) -> [Float] {
    zip(
      column.gain(of: AdaptationPlan.favourite, over: .sourceOnly, \.target),
      column.gain(of: .oracle, over: .sourceOnly, \.target)
    ).map { $0 - $1 / 2 }
  }
}

/// Whose statistics the batch norms have.
enum NormStatistics: String, CaseIterable, StudyKey {
  case ofSource = "of-source"
  case ofTarget = "of-target"
}
