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

extension PretrainedNetworksCells {
  // cell: feature-maps
  func featureMaps(_ page: Page, _ picture: Image) throws {
    let stages = network.stageLayers.map(\.name)
    let maps = network.featureMaps(of: stages, for: Tensor([picture]))
    let test = try material.test(640)
    let strongest = page.progress("pictures", count: test.count) { tick in
      StrongestCrops(network, layers: stages, count: 5, of: test) { tick() }
    }

    page.measure("stages", stages.count)
    page.measure("pictures", strongest.pictureCount)
    page.measure("silent", maps.map(\.silentChannels.count).reduce(0, +))
    page.measure("dead", stages.map { strongest.deadChannels(of: $0).count }.reduce(0, +))
    page.measure("first.zeros", maps[0].sparsity, as: .percent(digits: 0))
    page.measure("last.zeros", maps[maps.count - 1].sparsity, as: .percent(digits: 0))
    page.measure(
      "table", terms: ["layer", "maps", "sees", "zeros", "silent-here", "dead-everywhere"],
      rows: maps.map { maps in
        let shape = maps.values.shape
        return [
          Phrase("`\(maps.layer)`"), Phrase("\(maps.channelCount) × \(shape[1])×\(shape[2])"),
          network.receptiveField(of: maps.layer).map { Phrase("\($0.size)×\($0.size)") }
            ?? Phrase(page.term("everything")),
          Phrase(maps.sparsity, as: .percent(digits: 0)), Phrase(maps.silentChannels.count),
          Phrase(strongest.deadChannels(of: maps.layer).count),
        ]
      })
    try page.figure("feature-maps", PictureGrid(strongestOf: maps, on: page))
    try page.figure("strongest-crops", PictureGrid(maps, beside: strongest, of: test, on: page))
  }

  // cell: selectivity
  func selectivity(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name)
    let study = page.study(Weights.allCases, preparing: { seed in Menagerie(seed: seed).testSet(count: 240) }) {
      weights, test in
      StrongestCrops(network(weights), layers: layers, count: 6, of: test).purity(of: layers, test.labels)
    }

    page.report("first", of: study, as: .percent, \.first)
    page.report("last", of: study, as: .percent, \.last)
    page.claim("selective", study.values(of: .trained, \.rise), .atLeast(0.2), as: .percent)
    try page.figure(
      "selectivity",
      LineChart(
        x: .depth(page.term("depth"), layers.count), y: .percent(page.term("of-one-class"), range: 0...1),
        series: [
          study.curve(page.term("trained"), of: .trained, from: 1, \.values),
          study.curve(page.term("not-trained"), of: .untrained, from: 1, \.values),
        ]))
  }

  // cell: probes
  func probes(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name)
    let study = page.study(
      ProbedTask.allCases, by: Weights.allCases,
      ofAllSeeds: { probed, weights in
        let test = Menagerie(probed.task).testSet(count: 480)
        return network(weights).probes(of: layers, on: test, seeds: page.seeds) { seed in
          FewPictures(of: probed.task, perClass: 20, seed: seed, for: network).training
        }
      })

    page.report("first", of: study, as: .percent, \.first)
    page.report("late", of: study, as: .percent, \.nextToLast)
    page.report("last", of: study, as: .percent, \.last)
    page.claim("source-rises", study[.source, .trained].map(\.rise), .atLeast(0.5), as: .percent)
    page.claim("farm-rises", study[.farm, .trained].map(\.rise), .atLeast(0.25), as: .percent)
    page.claim(
      "learnt-not-given", study.row(.farm).gain(of: .trained, over: .untrained, \.last), .atLeast(0.25), as: .percent)
    page.claim("digits-peak-early", study[.digits, .trained].map(\.fallAtEnd), .atLeast(0.01), as: .percent)
    try page.figure(
      "probes",
      LineChart(
        x: .depth(page.term("depth"), layers.count),
        panels: ProbedTask.allCases.map { task in
          LineChart.Panel(
            y: .percent(page.term("\(task.name)-accuracy"), range: 0...1),
            series: Weights.allCases.map {
              study.row(task).curve(page.term("\($0.name)"), of: $0, from: 1, \.values)
            }, levels: [page.guessing(among: task.task.classNames.count)])
        }, panelHeight: 210))
  }

  // cell: own-probes
  func ownProbes(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name).spread(over: 8)
    let pictures = try material.pictures()
    let perClass = min(20, pictures.perClass)
    let study = page.study(
      Weights.allCases,
      ofAllSeeds: { weights in
        network(weights).probes(of: layers, on: pictures.test, seeds: page.seeds) { pictures.few(perClass, seed: $0) }
      })
    let best = study[.trained].bestPlace

    page.measure("per-class", perClass)
    page.measure("layers", layers.count)
    page.measure("best", Phrase("`\(layers[best])`"))
    page.measure("best.place", best + 1)
    page.report("first", of: study, as: .percent, \.first)
    page.report("last", of: study, as: .percent, \.last)
    page.claim("rises", study.values(of: .trained, \.rise), .atLeast(0.1), as: .percent)
    page.claim("learnt", study.gain(of: .trained, over: .untrained, \.last), .atLeast(0.1), as: .percent)
    try page.figure(
      "probes",
      LineChart(
        x: .depth(page.term("layers-passed"), layers.count),
        y: .percent(page.term("own-accuracy"), range: 0...1),
        series: [
          study.curve(page.term("as-it-came"), of: .trained, from: 1, \.values),
          study.curve(page.term("not-trained"), of: .untrained, from: 1, \.values),
        ], levels: [page.guessing(among: pictures.test.classNames.count)]))
  }

  // cell: neighbours
  func neighbours(_ page: Page, _ picture: Image) throws {
    let base = network.frozenBelowHead
    let all = try material.test(160)
    let queries = all.perClass(max(1, 160 / all.classNames.count))
    let indices = try page.seeds.map { seed in
      NeighbourIndex(try material.few(30, seed: seed).training, seenBy: base)
    }
    let study = page.study(
      Similarity.allCases, ofAllSeeds: { similarity in indices.map { $0.hits(of: queries, by: similarity) } })
    let shown = [(page.term("this-picture"), picture)] + companions(among: queries).map { (page($0), $1) }

    page.measure("queries", queries.count)
    page.measure("album", indices[0].pictures.count)
    page.measure("shown", called: Phrase.list(shown.map { Phrase($0.0) }))
    page.report(of: study, as: .percent)
    page.claim(
      "neighbours-alike", study.gain(of: .features, over: .pixels), .atLeast(material.isOwn ? 0.05 : 0.3),
      as: .percent)
    try page.figure("neighbours", PictureGrid(neighboursOf: shown, in: indices[0], on: page))
  }

  /// The pictures that are looked up beside the lesson's own: a zebra and a cow, or one of each of two more classes.
  private func companions(among queries: TestSet) -> [(name: Phrase, picture: Image)] {
    if material.isOwn {
      return queries.firstOfEachClass(atMost: 3).dropFirst().map {
        (Phrase(queries.classNames[queries.labels[$0]]), queries[$0])
      }
    }
    return [(Menagerie(), 7), (farm, 0)].map { world, place in
      (Phrase(world.task.classNames[place]), world.testScene(place).picture(size: 64))
    }
  }
}
