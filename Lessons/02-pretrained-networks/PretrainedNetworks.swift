import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

extension CourseLesson {
  /// What a pre-trained network has learnt, layer by layer, and what the families of networks cost.
  public static let pretrainedNetworks = CourseLesson(takesPicture: true) { material in
    if let material {
      let cells = try PretrainedNetworksOnOwnMaterial(material)
      return [
        Cell("material", cells.material), Cell("prediction", cells.prediction), Cell("filters", cells.filters),
        Cell("feature-maps", cells.featureMaps), Cell("probes", cells.probes), Cell("neighbours", cells.neighbours),
      ]
    }
    let cells = try PretrainedNetworksCells()
    return [
      Cell("prediction", cells.prediction), Cell("filters", cells.filters), Cell("feature-maps", cells.featureMaps),
      Cell("selectivity", cells.selectivity), Cell("probes", cells.probes), Cell("neighbours", cells.neighbours),
      Cell("family", cells.family), Cell("published", cells.published), Cell("six-steps", cells.sixSteps),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class PretrainedNetworksCells {
  let source = Menagerie()
  let farm = Menagerie(.farm)
  let network: Network
  /// The same layers before they have learnt anything.
  let untrained: Network
  /// The picture that the lesson looks at: the reader's, or a cat.
  var picture = Image(width: 1, height: 1, filledWith: 0)

  init() throws {
    network = try Catalogue.network("mini-vgg")
    var random = RandomSource(seed: 1)
    untrained = Network(network.architecture, classes: network.classes, random: &random)
  }

  // cell: prediction
  func prediction(_ page: Page) throws {
    let photo = page.readersPicture ?? source.testScene(48).picture(size: 192)
    picture = try page.picture("picture", photo.prepared(for: network))

    let probabilities = network.probabilities(Tensor([picture])).values
    let ranking = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    page.measure("first", Subject.phrase(network.classes[ranking[0]]))
    page.measure("first.probability", probabilities[ranking[0]], as: .percent)
    page.measure("second", Subject.phrase(network.classes[ranking[1]]))
    page.measure("second.probability", probabilities[ranking[1]], as: .percent)
    try PretrainedFigures(page: page).picture(photo, as: picture)
    try PretrainedFigures(page: page).prediction(probabilities, ranking, of: network.classes)
  }

  // cell: filters
  func filters(_ page: Page) throws {
    let filters = FilterPictures(of: network)
    page.measure("count", filters.colourShares.count)
    page.measure("coloured", filters.colourShares.count { $0 > 0.5 })
    page.measure("reach", filters.reach, as: .number)

    let first = network.stageLayers[0].name
    let maps = network.featureMaps(of: [first], for: Tensor([picture]))[0]
    page.measure("layer", Phrase(first))
    page.measure("largest", maps.scale.upperBound, as: .number(digits: 1))
    try PretrainedFigures(page: page).filters(filters, maps)
  }

  // cell: feature-maps
  func featureMaps(_ page: Page) throws {
    let stages = network.stageLayers
    let maps = network.featureMaps(of: stages.map(\.name), for: Tensor([picture]))

    let test = source.testSet(count: 640)
    var strongest = StrongestCrops(network, layers: stages.map(\.name), count: 5)
    for start in page.progress(Phrase(en: "Pictures", id: "Gambar"), over: Array(stride(from: 0, to: 640, by: 32))) {
      strongest.look(at: test.inputs(at: start..<start + 32))
    }

    page.measure("pictures", strongest.pictureCount)
    page.measure("silent", maps.map(\.silentChannels.count).reduce(0, +))
    page.measure("dead", stages.map { strongest.deadChannels(of: $0.name).count }.reduce(0, +))
    page.measure("first.zeros", maps[0].sparsity, as: .percent(digits: 0))
    page.measure("last.zeros", maps[maps.count - 1].sparsity, as: .percent(digits: 0))
    page.measure("table", StageTable(network: network, stages: stages, maps: maps, strongest: strongest).phrase)
    try PretrainedFigures(page: page).featureMaps(maps, of: picture)
    try PretrainedFigures(page: page).strongestCrops(maps, strongest, among: test)
  }

  // cell: selectivity
  func selectivity(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name)
    let worlds = page.progress(Phrase(en: "Worlds", id: "Dunia"), over: page.seeds).map { seed in
      let test = Menagerie(seed: seed).testSet(count: 240)
      return (trained: purity(of: network, layers, on: test), untrained: purity(of: untrained, layers, on: test))
    }

    let (first, last) = (worlds.map { $0.trained[0] }, worlds.map { $0.trained[layers.count - 1] })
    page.measure("first", values: first, as: .percent)
    page.measure("last", values: last, as: .percent)
    page.measure("untrained", values: worlds.map { $0.untrained[layers.count - 1] }, as: .percent)
    page.claim(
      "selective", zip(last, first).map { $0 - $1 }, .atLeast(0.2),
      as: .percent)
    try PretrainedFigures(page: page).selectivity(worlds.map(\.trained), untrained: worlds.map(\.untrained))
  }

  // cell: probes
  func probes(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name)
    let worlds = [source, farm, Menagerie(.digits)]
    let trials = worlds.flatMap { [ProbeTrial($0, network, layers), ProbeTrial($0, untrained, layers)] }
    let curves = page.progress(Phrase(en: "Probes", id: "Probe"), over: trials).map { trial in
      page.seeds.map { trial.accuracies(seed: $0) }
    }

    let (onSource, onFarm, onFarmUntrained, onDigits) = (curves[0], curves[2], curves[3], curves[4])
    let (late, last) = (layers.count - 2, layers.count - 1)
    page.claim(
      "source-rises", onSource.map { $0[last] - $0[0] }, .atLeast(0.5),
      as: .percent)
    page.claim("farm-rises", onFarm.map { $0[last] - $0[0] }, .atLeast(0.25), as: .percent)
    page.claim(
      "learnt-not-given", zip(onFarm, onFarmUntrained).map { $0[last] - $1[last] }, .atLeast(0.25), as: .percent)
    page.claim(
      "digits-peak-early", onDigits.map { $0[late] - $0[last] },
      .atLeast(0.01),
      as: .percent)
    let named = [("source", onSource), ("farm", onFarm), ("digits", onDigits), ("untrained", onFarmUntrained)]
    for (name, curve) in named {
      page.measure("\(name).first", values: curve.map { $0[0] }, as: .percent)
      page.measure("\(name).late", values: curve.map { $0[late] }, as: .percent)
      page.measure("\(name).last", values: curve.map { $0[last] }, as: .percent)
    }
    try PretrainedFigures(page: page).probes(curves)
  }

  // cell: neighbours
  func neighbours(_ page: Page) throws {
    let base = FrozenBase(of: network)
    let queries = source.testSet(count: 160)
    let pictures = queries.inputs
    let albums = page.progress(Phrase(en: "Albums", id: "Album"), over: page.seeds).map { seed in
      Album(Menagerie(seed: seed).trainingSet(count: 480), seenBy: base)
    }
    let byPixels = albums.map { $0.hits($0.nearestByPixels(pictures), queries.labels) }
    let byFeatures = albums.map { $0.hits($0.nearestByFeatures(pictures), queries.labels) }

    page.measure("pixels", values: byPixels, as: .percent)
    page.measure("features", values: byFeatures, as: .percent)
    page.claim(
      "neighbours-alike", zip(byFeatures, byPixels).map { $0 - $1 },
      .atLeast(0.3), as: .percent)
    try PretrainedFigures(page: page).neighbours(
      [
        (Phrase(en: "this picture", id: "gambar ini"), picture),
        (Phrase(en: "zebra", id: "zebra"), source.testScene(7).picture(size: 64)),
        (Phrase(en: "cow", id: "sapi"), farm.testScene(0).picture(size: 64)),
      ], in: albums[0])
  }

  // cell: family
  func family(_ page: Page) throws {
    let names = try Catalogue.names.filter { try Catalogue.network($0).inputSize == network.inputSize }
    let family = try page.progress(Phrase(en: "Networks", id: "Jaringan"), over: names)
      .map { try FamilyMember($0, seeds: page.seeds) }.sorted { $0.multiplications < $1.multiplications }
    let (lightest, heaviest) = (family[0], family[family.count - 1])

    page.measure("table", FamilyMember.table(family))
    page.measure("lightest", Phrase(lightest.name))
    page.measure("heaviest", Phrase(heaviest.name))
    page.measure(
      "fewer", Double(heaviest.multiplications) / Double(lightest.multiplications), as: .factor(digits: 1))
    page.measure("faster", heaviest.milliseconds / lightest.milliseconds, as: .factor(digits: 1))
    try PretrainedFigures(page: page).family(family)
  }

  // cell: published
  func published(_ page: Page) throws {
    let counts = page.progress(Phrase(en: "Architectures", id: "Arsitektur"), over: PublishedArchitecture.all)
      .map { $0.counted() }

    page.measure("table", PublishedArchitecture.table(counts))
    for count in counts {
      let name = count.published.architecture.name
      page.measure("\(name).multiplications", Double(count.multiplications) / 1e9, as: .number(digits: 1))
    }
    page.claim(
      "parameter-counts", counts.map { abs(Double($0.parameters - $0.published.parameters)) }, .atMost(0), as: .count)
    try PretrainedFigures(page: page).published(counts)
  }

  // cell: six-steps
  func sixSteps(_ page: Page) throws {
    let chosen = try Catalogue.network("mini-vgg")  // 1. choose
    let size = chosen.inputSize  // 2. configure
    chosen.freeze()  // 3. freeze
    let body = Sequential(chosen.layers.layers.dropLast())  // 4. remove the head
    let base = FrozenBase(body, normalization: chosen.normalization)

    let test = base.features(of: farm.testSet(count: 480, size: size))
    let accuracies = try page.seeds.map { seed in
      let pictures = Menagerie(.farm, seed: seed).trainingSet(count: 60, size: size)
      let features = base.features(of: pictures)
      var random = RandomSource(seed: seed)
      let head = Linear(features.width, 3, random: &random)  // 5. add a layer
      let loop = TrainingLoop(epochs: 40, schedule: .cosine)  // 6. train
      try loop.run(head, optimizer: Adam(head.parameters, learningRate: 0.01)) { epoch in
        features.shuffledBatches(of: 10, seed: seed, epoch: epoch)
      }
      return accuracy(head(test.features), test.labels)
    }
    page.measure("frozen", body.parameterCount)
    page.measure("learnt", 3 * (test.width + 1))
    page.claim("six-steps", accuracies, .atLeast(0.7), as: .percent)
  }
}
