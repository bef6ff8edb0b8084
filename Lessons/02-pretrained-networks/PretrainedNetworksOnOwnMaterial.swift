import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// The cells of the lesson on own material; what one finds, the next ones use.
final class PretrainedNetworksOnOwnMaterial {
  let bench: LessonMaterial
  let network: Network
  /// The same layers before they have learnt anything.
  let untrained: Network

  init(_ material: OwnMaterial) throws {
    bench = try LessonMaterial(material)
    try bench.requireMaps()
    network = bench.network
    var random = RandomSource(seed: 1)
    untrained = network.untrained(random: &random)
    let classes = bench.source.classNames.count
    bench.perClass = bench.budget.first(of: [100, 50, 20, 10, 6]) { 5 * $0 * classes + 5 * min(20, $0) * classes }
  }

  // cell: material
  func material(_ page: Page) throws {
    try bench.show(on: page)
  }

  // cell: prediction
  func prediction(_ page: Page) throws {
    let test = try bench.pictures().test
    let logits = network.logits(of: test)
    let probabilities = logits.softmax()

    page.measure("sure", probabilities.largestOfRows.mean, as: .percent)
    page.measure("answers", Set(logits.indicesOfLargest()).count)
    page.measure("right", bench.rightness(of: logits.indicesOfLargest(), labels: test.labels))
    try PretrainedFigures(page: page).ownPredictions(probabilities, test.firstOfEachClass(atMost: 4), bench)
  }

  // cell: filters
  func filters(_ page: Page) throws {
    let filters = FilterPictures(of: network)
    page.measure("count", filters.colourShares.count)
    page.measure("side", filters.pictures.shape[1])
    page.measure("coloured", filters.colourShares.count { $0 > 0.5 })
    page.measure("reach", filters.reach, as: .number)
    try PretrainedFigures(page: page).ownFilters(filters)
  }

  // cell: feature-maps
  func featureMaps(_ page: Page) throws {
    let test = try bench.pictures().test
    let stages = network.stageLayers
    let picture = page.readersPicture?.withChannels(3).prepared(for: network) ?? test[0]
    let maps = network.featureMaps(of: stages.map(\.name), for: Tensor([picture]))

    let seen = test.perClass(max(1, 200 / test.classNames.count))
    var strongest = StrongestCrops(network, layers: stages.map(\.name), count: 5)
    let starts = Array(stride(from: 0, to: seen.count, by: 8))
    for start in page.progress(Phrase(en: "Pictures", id: "Gambar"), over: starts) {
      strongest.look(at: seen.inputs(at: start..<min(start + 8, seen.count)))
    }

    page.measure("pictures", strongest.pictureCount)
    page.measure("dead", stages.map { strongest.deadChannels(of: $0.name).count }.reduce(0, +))
    page.measure("first.zeros", maps[0].sparsity, as: .percent(digits: 0))
    page.measure("last.zeros", maps[maps.count - 1].sparsity, as: .percent(digits: 0))
    page.measure("table", StageTable(network: network, stages: stages, maps: maps, strongest: strongest).phrase)
    try PretrainedFigures(page: page).ownMaps(maps, of: picture)
    try PretrainedFigures(page: page).ownCrops(maps, strongest, among: seen)
  }

  // cell: probes
  func probes(_ page: Page) throws {
    let pictures = try bench.pictures()
    let layers = network.activationLayers.map(\.name).spread(over: 8)
    let batch = pictures.test.batchSize(atMost: 32)
    let trials = page.progress(Phrase(en: "Networks", id: "Jaringan"), over: [network, untrained]).map { network in
      (
        learning: network.pooledFeatures(of: layers, for: pictures.training, batch: batch),
        test: network.pooledFeatures(of: layers, for: pictures.test, batch: batch)
      )
    }
    let count = min(20, pictures.perClass)
    let curves = trials.map { learning, test in
      page.seeds.map { seed in
        layers.compactMap { layer -> Float? in
          guard let training = learning[layer], let scored = test[layer] else { return nil }
          let few = training.subset(pictures.order(seed)).perClass(count)
          return LinearProbe(on: few, classes: pictures.classNames.count).accuracy(on: scored)
        }
      }
    }

    let (trained, untrained, last) = (curves[0], curves[1], layers.count - 1)
    page.measure("per-class", count)
    page.measure("layers", layers.count)
    page.measure("first", values: trained.map { $0[0] }, as: .percent)
    page.measure("last", values: trained.map { $0[last] }, as: .percent)
    page.measure("untrained", values: untrained.map { $0[last] }, as: .percent)
    let best = layers.indices.max { place, other in
      trained.map { $0[place] }.mean < trained.map { $0[other] }.mean
    }
    page.measure("best", Phrase("`\(layers[best ?? last])`"))
    page.measure("best.place", (best ?? last) + 1)
    page.claim("rises", trained.map { $0[last] - $0[0] }, .atLeast(0.1), as: .percent)
    page.claim(
      "learnt", zip(trained, untrained).map { $0[last] - $1[last] }, .atLeast(0.1),
      as: .percent)
    try PretrainedFigures(page: page).ownProbes(curves)
  }

  // cell: neighbours
  func neighbours(_ page: Page) throws {
    let pictures = try bench.pictures()
    let base = network.frozenBelowHead
    let count = 4 * pictures.test.batchSize(atMost: 25)
    let queries = pictures.test.perClass(max(1, count / pictures.classNames.count))
    let all = queries.inputs
    let albums = page.progress(Phrase(en: "Albums", id: "Album"), over: page.seeds).map { seed in
      Album(pictures.few(20, seed: seed), seenBy: base)
    }
    let byPixels = albums.map { $0.hits($0.nearestByPixels(all), queries.labels) }
    let byFeatures = albums.map { $0.hits($0.nearestByFeatures(all), queries.labels) }

    page.measure("queries", queries.count)
    page.measure("album", albums[0].pictures.count)
    page.measure("pixels", values: byPixels, as: .percent)
    page.measure("features", values: byFeatures, as: .percent)
    page.claim(
      "neighbours", zip(byFeatures, byPixels).map { $0 - $1 }, .atLeast(0.05),
      as: .percent)
    try PretrainedFigures(page: page).ownNeighbours(queries.firstOfEachClass(atMost: 3), queries, in: albums[0], bench)
  }
}
