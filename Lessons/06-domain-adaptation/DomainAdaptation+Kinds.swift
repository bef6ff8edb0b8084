import Autograd
import Charts
import Datasets
import Experiments
import NeuralNetworks
import Notebook
import TransferLearning

extension DomainAdaptationCells {
  // cell: budget
  func budget(_ page: Page, _ ways: WayStudy) throws {
    let sketches = ways.column(.sketch)
    let few = try page.study([LabelBudget.supervised, .semiSupervised], preparing: { world.target(.sketch, seed: $0) })
    {
      budget, target in
      let labelled = target.pictures.perClass(LabelBudget.perClass)
      return try world.adapted(budget == .supervised ? .oracle : .mmd, to: target, labelled: labelled).target
    }
    let budgets = page.study(LabelBudget.allCases) { budget, seed in
      let place = sketches.seeds.firstIndex(of: seed) ?? 0
      return switch budget {
      case .none: sketches[.sourceOnly][place].target
      case .unsupervised: sketches[.mmd][place].target
      case .supervised, .semiSupervised: few[budget][place]
      case .all: sketches[.oracle][place].target
      }
    }

    page.measure("labels", LabelBudget.perClass * SourceWorld.task().classes.count)
    page.report(of: budgets, as: .percent)
    page.claim("labels-help", budgets.gain(of: .semiSupervised, over: .unsupervised), .moreThan(0), as: .percent)
    try page.figure("budget", budgets.shareBars(page.term("test-accuracy")) { $0 })
  }

  // cell: bound
  func bound(_ page: Page) throws {
    let study = try page.study(TargetStyle.allCases, preparing: { ($0, try world.network(seed: $0)) }) { style, known in
      BoundTerms(of: known.1, from: world.photos(seed: known.0), to: world.target(style, seed: known.0), seed: known.0)
    }

    page.report("source", of: study, as: .percent, \.source)
    page.report("divergence", of: study, as: .number, \.divergence)
    page.report("joint", of: study, as: .percent, \.joint)
    page.report("target", of: study, as: .percent, \.target)
    let slack = study.perSeed { _, terms in study.keys.map { terms($0).sum - terms($0).target }.min() ?? 0 }
    page.claim("bounded", slack, .atLeast(0), as: .percent)
    try page.figure(
      "bound",
      study.bars(
        Axis(page.term("error-or-distance")),
        [
          ("source-error", \.source), ("half-distance", \.halfDivergence), ("joint-error", \.joint),
          ("target-error", \.target),
        ], format: .number(decimals: 2)))
  }

  // cell: kinds
  func kinds(_ page: Page, _ ways: WayStudy) throws {
    let sketches = ways.column(.sketch)
    let study = try page.study(TransferKind.allCases) { kind, seed in
      switch kind {
      case .transductive:
        let place = sketches.seeds.firstIndex(of: seed) ?? 0
        return KindOutcome(
          with: sketches[AdaptationPlan.favourite][place].target, without: sketches[.sourceOnly][place].target)
      case .inductive: return try KindOutcome(farmBy: world.network(seed: seed), seed: seed)
      case .unsupervised: return KindOutcome(clusteringWith: world.photos(seed: seed).training, seed: seed)
      }
    }

    page.report("with", of: study, as: .percent, \.with)
    page.report("without", of: study, as: .percent, \.without)
    page.claim("inductive", study[.inductive].map { $0.with - $0.without }, .moreThan(0), as: .percent)
    try page.figure(
      "kinds", study.shareBars(page.term("right-share"), [("with-source", \.with), ("without-source", \.without)]))
  }
}

/// How many labels of the sketches there are, and what else is learnt from.
enum LabelBudget: String, CaseIterable, StudyKey {
  case none
  case unsupervised = "uda"
  case supervised = "sda"
  case semiSupervised = "ssda"
  case all

  /// Labelled pictures of a class where there are a few.
  static let perClass = 5
}
