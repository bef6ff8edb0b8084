import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

extension Lesson {
  /// What a pre-trained network has learnt, layer by layer, and what the families of networks cost.
  public static let pretrainedNetworks = Lesson(
    id: "pretrained-networks", number: 2,
    title: Phrase(en: "What a pre-trained network has learnt", id: "Apa yang telah dipelajari jaringan pralatih"),
    summary: Phrase(
      en: "from edges to parts to classes, layer by layer; families of networks and their price",
      id: "dari tepi ke bagian lalu kelas, lapis demi lapis; keluarga jaringan dan harganya"),
    file: #filePath, takesPicture: true
  ) {
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
    picture = try page.picture("picture", photo.withChannels(3).square(network.inputSize))

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
    try PretrainedFigures(page: page).filters(filters)
  }

  // cell: feature-maps
  func featureMaps(_ page: Page) throws {
    let stages = network.stageLayers
    let maps = network.featureMaps(of: stages.map(\.name), for: Tensor([picture]))

    let test = source.testSet(count: 640)
    var strongest = StrongestCrops(network, layers: stages.map(\.name), count: 5)
    for start in page.progress(Phrase(en: "Pictures", id: "Gambar"), over: Array(stride(from: 0, to: 640, by: 32))) {
      strongest.look(at: test.pictures(start..<start + 32))
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
      let test = Menagerie(seed: UInt16(truncatingIfNeeded: seed)).testSet(count: 240)
      return (trained: purity(of: network, layers, on: test), untrained: purity(of: untrained, layers, on: test))
    }

    let (first, last) = (worlds.map { $0.trained[0] }, worlds.map { $0.trained[layers.count - 1] })
    page.measure("first", values: first, as: .percent)
    page.measure("last", values: last, as: .percent)
    page.measure("untrained", values: worlds.map { $0.untrained[layers.count - 1] }, as: .percent)
    page.claim(
      "selective", PretrainedClaims.selective, values: zip(last, first).map { $0 - $1 }, .atLeast(0.2),
      as: .percent)
    try PretrainedFigures(page: page).selectivity(worlds.map(\.trained), untrained: worlds.map(\.untrained))
  }

  // cell: probes
  func probes(_ page: Page) throws {
    let layers = network.activationLayers.map(\.name)
    let trials = [
      ProbeTrial(source, network, layers), ProbeTrial(source, untrained, layers),
      ProbeTrial(farm, network, layers), ProbeTrial(farm, untrained, layers),
    ]
    let curves = page.progress(Phrase(en: "Probes", id: "Pengukuran"), over: trials).map { trial in
      page.seeds.map { trial.accuracies(seed: $0) }
    }

    let (onSource, onFarm, onFarmUntrained) = (curves[0], curves[2], curves[3])
    let end = layers.count - 1
    page.measure("source.first", values: onSource.map { $0[0] }, as: .percent)
    page.measure("source.last", values: onSource.map { $0[end] }, as: .percent)
    page.measure("farm.first", values: onFarm.map { $0[0] }, as: .percent)
    page.measure("farm.last", values: onFarm.map { $0[end] }, as: .percent)
    page.measure("untrained.last", values: onFarmUntrained.map { $0[end] }, as: .percent)
    try PretrainedFigures(page: page).probes(curves)
  }

  // cell: neighbours
  func neighbours(_ page: Page) throws {
  }

  // cell: family
  func family(_ page: Page) throws {
  }

  // cell: published
  func published(_ page: Page) throws {
  }

  // cell: six-steps
  func sixSteps(_ page: Page) throws {
  }
}
