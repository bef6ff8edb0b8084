import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

extension CourseLesson {
  /// What a pre-trained network has learnt, layer by layer, and what the families of networks cost.
  public static let pretrainedNetworks = CourseLesson(takesPicture: true) { material in
    let cells = try PretrainedNetworksCells(material)
    let prediction = ResultCell("prediction", finding: cells.prediction)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.showMaterial), prediction, Cell("answers", cells.answers),
      Cell("filters", needing: prediction, do: cells.filters),
      Cell("feature-maps", needing: prediction, do: cells.featureMaps),
      Cell("selectivity", keys: Weights.allCases, cells.selectivity),
      Cell("probes", keys: ProbedTask.allCases + Weights.allCases, cells.probes),
      Cell("own-probes", keys: Weights.allCases, cells.ownProbes),
      Cell("neighbours", keys: Similarity.allCases, needing: prediction, do: cells.neighbours),
      Cell("saliency", keys: Pointer.allCases, needing: prediction, do: cells.saliency),
      Cell("pointing", keys: Pointer.allCases, cells.pointing), Cell("mosaic", keys: Pointer.allCases, cells.mosaic),
      Cell("scrambled", cells.scrambled), Cell("family", cells.family),
      Cell("published", keys: PublishedArchitecture.all, cells.published),
      Cell("six-steps", cells.sixSteps),
    ]
  }
}

/// Whether a network has learnt anything.
enum Weights: String, CaseIterable, StudyKey {
  case trained = "pre-trained"
  case untrained = "not-trained"
}

/// The cells of the lesson, on the course's own network and pictures or on a reader's.
struct PretrainedNetworksCells {
  let material: LessonMaterial
  let network: Network
  /// The same layers before they have learnt anything.
  let untrained: Network
  let farm = Menagerie(.farm)

  init(_ own: OwnMaterial?) throws {
    material = try LessonMaterial(own)
    network = material.network
    var random = RandomSource(seed: 1)
    untrained = network.untrained(random: &random)
    guard network.hasColourFilters, !network.stageLayers.isEmpty else {
      let name = material.networkName
      throw NotebookError(
        en: "\(name): has no convolution on colours or no layers with maps, which this lesson shows; give another",
        id: "\(name): tanpa konvolusi pada warna atau lapisan berpeta, yang diperlihatkan pelajaran ini; beri lain"
      )
    }
    let classes = material.source.classNames.count
    material.perClass = material.budget.first(of: [100, 50, 20, 10, 6]) {
      5 * $0 * classes + 5 * min(20, $0) * classes
    }
  }

  func network(_ weights: Weights) -> Network { weights == .trained ? network : untrained }

  // cell: material
  func showMaterial(_ page: Page) throws {
    try material.show(on: page)
  }

  // cell: prediction
  func prediction(_ page: Page) throws -> Image {
    let (photo, received) = try pictureToLookAt(page)
    let picture = try page.picture("picture", received)
    let probabilities = network.probabilities(Tensor([picture])).values
    let ranking = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }.prefix(16)
    let names = ranking.map { material.name(network.classes[$0]) }

    page.measure("size", picture.width)
    page.measure("first", called: names[0])
    page.measure("first.probability", probabilities[ranking[0]], as: .percent)
    page.measure("second", called: names[names.count > 1 ? 1 : 0])
    page.measure("second.probability", ranking.count > 1 ? probabilities[ranking[1]] : 0, as: .percent)
    try page.figure(
      "picture",
      PictureGrid(
        columnHeadings: [page.term("the-picture"), page.term("received")],
        rows: [[PictureGrid.Cell(photo.square(192)), PictureGrid.Cell(picture.fitted(to: 192))]],
        factor: 1))
    try page.figure(
      "prediction",
      BarChart(
        categories: names.map { page($0) }, value: .percent(page.term("probability"), range: 0...1),
        series: [.init("p", ranking.map { Double(probabilities[$0]) })], valueFormat: .percent(decimals: 1)))
    return picture
  }

  /// The reader's picture, else a cat, else the first picture of the reader's that was kept back; and what the network receives.
  private func pictureToLookAt(_ page: Page) throws -> (photo: Image, received: Image) {
    if page.readersPicture == nil, material.isOwn {
      let first = try material.pictures().test[0]
      return (first, first)
    }
    let photo = page.readersPicture?.withChannels(3) ?? Menagerie().testScene(48).picture(size: 192)
    return (photo, photo.prepared(for: network))
  }

  // cell: answers
  func answers(_ page: Page) throws {
    let test = try material.pictures().test
    let answers = SourcePredictions(of: network, to: test)
    let shown = test.firstOfEachClass(atMost: 4)

    page.measure("sure", test.labels.indices.map { answers[$0].probability }.mean, as: .percent)
    page.measure("count", Set(answers.places).count)
    if let places = material.places {
      let right = zip(answers.places, test.labels).count { $0 == places[$1] }
      page.measure("right", term: "right", ["share": page.format(Double(right) / Double(test.count), as: .percent)])
    } else {
      page.measure("right", term: "right-unknown")
    }
    page.measure("shown", called: Phrase.list(shown.map { Phrase(test.classNames[test.labels[$0]]) }))
    try page.figure(
      "answers", PictureGrid(shown, of: test, with: answers, on: page) { material.name(network.classes[$0]) })
  }

  // cell: filters
  func filters(_ page: Page, _ picture: Image) throws {
    let filters = FilterPictures(of: network)
    let shown = filters.colourShares.indices.sorted { filters.colourShares[$0] < filters.colourShares[$1] }
      .spread(over: 32)
    let maps = network.featureMaps(of: [network.activationLayers[0].name], for: Tensor([picture]))[0]

    page.measure("count", filters.colourShares.count)
    page.measure("shown", shown.count)
    page.measure("side", filters.pictures.shape[1])
    page.measure("coloured", filters.colourShares.count { $0 > 0.5 })
    page.measure("reach", filters.reach, as: .number)
    page.measure("layer", Phrase("`\(maps.layer)`"))
    page.measure("largest", maps.scale.upperBound, as: .number(digits: 1))
    try page.figure("filters", PictureGrid(shown, of: filters, above: maps, on: page))
  }
}
