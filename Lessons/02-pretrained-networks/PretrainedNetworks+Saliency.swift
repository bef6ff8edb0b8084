import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

extension PretrainedNetworksCells {
  // cell: saliency
  func saliency(_ page: Page, _ picture: Image) throws {
    let shown = try picturesToExplain(picture)
    let pictures = Tensor(shown)
    let labels = network.probabilities(pictures).indicesOfLargest()
    let heats = SaliencyMethod.allCases.map { $0.heat(of: network, for: pictures, labels: labels) }

    page.measure("layer", Phrase("`\(network.lastMapLayer)`"))
    page.measure("seen", called: Phrase.list(labels.map { material.name(network.classes[$0]) }))
    for (method, heat) in zip(SaliencyMethod.allCases, heats) {
      page.measure("\(method.rawValue)", shown.indices.map { heat.areaOfHalf(in: $0) }.mean, as: .percent(digits: 0))
    }
    try page.figure(
      "saliency",
      PictureGrid(heats, of: shown, for: labels.map { page(material.name(network.classes[$0])) }, on: page))
  }

  /// The lesson's picture, with a dog and a zebra or, of a reader's own, one of each of two more classes, if there is time.
  private func picturesToExplain(_ picture: Image) throws -> [Image] {
    guard material.isOwn else {
      return [picture] + [1, 7].map { Menagerie().testScene($0).picture(size: network.inputSize) }
    }
    let test = try material.pictures().test
    let count = material.budget.first(of: [3, 1], within: 0.3) { 300 * $0 }
    return [picture] + test.firstOfEachClass(atMost: count).dropFirst().map { test[$0].withChannels(3) }
  }

  // cell: pointing
  func pointing(_ page: Page) throws {
    let games = page.seeds.map { PointingGame(in: Menagerie(seed: $0), count: 32, size: network.inputSize) }
    let study = page.study(Pointer.allCases, ofAllSeeds: { pointer in games.map { $0.hits(of: pointer, network) } })

    page.measure("pictures", games.map(\.labels.count).reduce(0, +))
    page.measure("margin", PointingGame.margin(games[0].size))
    page.measure("chance", values: games.map(\.share), as: .percent(digits: 0))
    page.report("near", of: study, as: .percent, \.near)
    page.report("exact", of: study, as: .percent, \.exact)
    page.claim("points-at-subject", study.values(of: .gradCAM, \.near), .atLeast(0.9), as: .percent)
    try page.figure("pointing", study.shareBars(page.term("hits"), [("near-it", \.near), ("on-it", \.exact)]))
  }

  // cell: mosaic
  func mosaic(_ page: Page) throws {
    let mosaics = page.seeds.map { Mosaics(of: Menagerie(seed: $0), count: 8, size: network.inputSize) }
    let study = page.study(
      [Pointer.gradient, .gradCAM], ofAllSeeds: { pointer in mosaics.map { $0.hits(of: pointer, network) } })
    let first = mosaics[0].first
    let heats = SaliencyMethod.gradCAM.heat(of: network, for: first.pictures, labels: first.labels)

    page.measure("questions", mosaics.map(\.labels.count).reduce(0, +))
    page.report(of: study, as: .percent)
    page.measure("shown", called: Phrase.list(first.labels.map { material.name(network.classes[$0]) }))
    page.claim("finds-quarter", study[.gradCAM], .atLeast(0.8), as: .percent)
    try page.figure(
      "mosaic",
      PictureGrid(
        heats, of: first.pictures.pictures[0], for: first.labels.map { page(material.name(network.classes[$0])) },
        on: page))
  }

  // cell: scrambled
  func scrambled(_ page: Page) throws {
    let groups = network.layerGroups.count
    let study = page.study(
      Array(0...groups),
      preparing: { seed in
        ScrambledNetworks(
          network, on: Mosaics(of: Menagerie(seed: seed), count: 8, size: network.inputSize), seed: seed)
      }
    ) { count, networks in networks.outcome(ofRandomGroups: count) }

    page.measure("groups", groups)
    page.measure("trained.hits", values: study.values(of: 0, \.hits), as: .percent)
    page.measure("head.hits", values: study.values(of: 1, \.hits), as: .percent)
    page.measure("head.likeness", values: study.values(of: 1, \.likeness), as: .number)
    page.measure("all.hits", values: study.values(of: groups, \.hits), as: .percent)
    page.measure("all.likeness", values: study.values(of: groups, \.likeness), as: .number)
    page.claim("head-changes-map", study.values(of: 1, \.likeness), .atMost(0.5))
    page.claim("all-changes-map", study.values(of: groups, \.likeness), .atMost(0.5))
    page.claim("head-at-chance", study.values(of: 1, \.hits), .atMost(0.35), as: .percent)
    page.claim("all-at-chance", study.values(of: groups, \.hits), .atMost(0.35), as: .percent)
    try page.figure(
      "scrambled",
      LineChart(
        x: Axis(page.term("random-groups"), range: -0.2...Double(groups) + 0.2, ticks: (0...groups).map(Double.init)),
        panels: [
          LineChart.Panel(
            y: Axis(page.term("likeness"), range: -0.2...1), series: [study.line(at: { Double($0) }, \.likeness)]),
          LineChart.Panel(
            y: .percent(page.term("right-quarter"), range: 0...1),
            series: [study.line(at: { Double($0) }, \.hits).withinShares], levels: [page.guessing(among: 4)]),
        ], panelHeight: 190))
  }
}
