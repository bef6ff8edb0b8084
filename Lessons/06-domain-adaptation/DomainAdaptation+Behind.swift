import Autograd
import Charts
import Datasets
import Experiments
import NeuralNetworks
import Notebook
import TransferLearning

extension DomainAdaptationCells {
  // cell: probe
  func probe(_ page: Page, _ ways: WayStudy) throws {
    let sketches = ways.column(.sketch).restricted(to: [.sourceOnly, .adaBN, .coral, .mmd, .dann])
    let seen = page.study(sketches.keys) { way, seed in
      let network = sketches[way][sketches.seeds.firstIndex(of: seed) ?? 0].network
      return world.features(of: network, after: way, world.target(.sketch, seed: seed))
    }
    let distances = page.study(seen.keys) { way, seed in
      var random = RandomSource(seed: seed)
      let features = seen[way][seen.seeds.firstIndex(of: seed) ?? 0]
      return DomainClassifier(source: features.source, target: features.target, random: &random).distance
    }

    page.report(of: distances, as: .number)
    page.claim("aligned", distances.gain(of: .sourceOnly, over: .mmd), .moreThan(0), as: .number)
    try page.figure(
      "probe",
      distances.bars(
        Axis(
          page.term("proxy-distance"), range: -0.75...2, ticks: [-0.5, 0, 0.5, 1, 1.5, 2], format: .number(decimals: 1)),
        format: .number(decimals: 2)
      ) { $0 })
    for way in [AdaptationWay.sourceOnly, .mmd] {
      try page.figure("features-\(way.name)", plane(of: seen.first(way), page))
    }
  }

  /// Features of photos and sketches in the plane of two principal components.
  private func plane(of features: (source: Tensor, target: Tensor), _ page: Page) -> ScatterChart {
    let (source, target) = features
    let plane = PrincipalComponents(of: Tensor.concatenated([source, target]), count: 2)
    func group(_ term: String, _ rows: Tensor) -> ScatterChart.Group {
      let places = plane(rows).values.map(Double.init)
      return ScatterChart.Group(
        page.term(term),
        stride(from: 0, to: places.count, by: 2).map { .init(x: places[$0], y: places[$0 + 1], radius: 3) })
    }
    return ScatterChart(
      x: Axis(page.term("first-component")), y: Axis(page.term("second-component")),
      groups: [group("photo", source), group("sketch", target)])
  }

  // cell: collapse
  func collapse(_ page: Page, _ ways: WayStudy) throws {
    let nights = ways.column(.night).restricted(to: [.adaBN, .naive, .selfTraining])

    page.report(of: nights, as: .percent, \.target)
    page.report("largest", of: nights, as: .percent, \.largestClass)
    page.claim("collapses", nights.gain(of: .adaBN, over: .naive, \.target), .moreThan(0), as: .percent)
    page.claim("mended", nights.gain(of: .selfTraining, over: .naive, \.target), .moreThan(0), as: .percent)
    let curves = page.study([AdaptationWay.naive, .selfTraining]) { way, seed in
      let place = nights.seeds.firstIndex(of: seed) ?? 0
      return [nights[.adaBN][place].target] + nights[way][place].epochs.map(\.target)
    }
    try page.figure(
      "collapse",
      curves.curves(
        x: Axis(page.term("epoch"), ticks: (0...AdaptationPlan.epochs).map(Double.init), format: .number(decimals: 0)),
        y: .percent(page.term("test-accuracy"), range: 0...1), height: 340
      ) { $0 })
  }

  // cell: leak
  func leak(_ page: Page, _ ways: WayStudy) throws {
    let trained: [AdaptationWay] = [.coral, .mmd, .dann, .selfTraining]
    let study = page.study([TargetStyle.sketch, .night]) { style, seed in
      let place = ways.seeds.firstIndex(of: seed) ?? 0
      return ChosenEpoch(among: trained.flatMap { ways[$0, style][place].epochs })
    }

    page.measure("choices", trained.count * AdaptationPlan.epochs)
    page.report("honest", of: study, as: .percent, \.honest)
    page.report("leaked", of: study, as: .percent, \.leaked)
    page.claim("leak", study.means { $0.leaked - $0.honest }, .moreThan(0), as: .percent)
    try page.figure(
      "leak",
      study.shareBars(page.term("test-accuracy"), [("chosen-honestly", \.honest), ("chosen-by-test", \.leaked)]))
  }

  // cell: shares
  func shares(_ page: Page) throws {
    let study = try page.study(
      [AdaptationWay.sourceOnly, .adaBN, .mmd, .selfTraining],
      preparing: { StyleTarget(.photo, seed: $0, shares: [20, 1, 1, 1, 1, 1]) }
    ) { way, target in try world.adapted(way, to: target).target }

    page.report(of: study, as: .percent)
    page.claim("hurts", study.gain(of: .sourceOnly, over: .adaBN), .moreThan(0), as: .percent)
    try page.figure("shares", study.shareBars(page.term("test-accuracy")) { $0 })
  }
}
