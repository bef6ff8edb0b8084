import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// A frozen network as feature extractor, and the light classifiers that learn from what it gives.
  public static let featureExtraction = CourseLesson { material in
    if let material {
      let cells = try FeatureExtractionOnOwnPictures(material)
      return [
        Cell("material", cells.material), Cell("as-is", cells.asIs), Cell("features", cells.features),
        Cell("neighbours", cells.neighbours),
        Cell("pictures-per-class", cells.picturesPerClass), Cell("heads", cells.heads),
        Cell("wrong-pictures", cells.wrongPictures),
      ]
    }
    let cells = try FeatureExtractionCells()
    return [
      Cell("as-is", cells.asIs), Cell("freeze", cells.freeze), Cell("neighbours", cells.neighbours),
      Cell("cached", cells.cached), Cell("pictures-per-class", cells.picturesPerClass), Cell("heads", cells.heads),
      Cell("wrong-pictures", cells.wrongPictures),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class FeatureExtractionCells {
  let network: Network
  let base: FrozenBase
  let handMade = FrozenBase(HistogramOfOrientedGradients())
  let test = Menagerie(.farm).testSet(count: 300)
  lazy var testFeatures: TestFeatures = base.features(of: test)
  lazy var testByHand: TestFeatures = handMade.features(of: test)

  init() throws {
    network = try Catalogue.network("mini-vgg")
    base = FrozenBase(of: network)
  }

  /// The pictures of a seed to learn from: every seed is a farm of its own.
  func trainingSet(_ seed: UInt64, perClass count: Int) -> TrainingSet {
    Menagerie(.farm, seed: seed).trainingSet(count: 3 * count)
  }

  // cell: as-is
  func asIs(_ page: Page) throws {
    let pictures = Menagerie(.farm).validationSet(count: 300)
    let answers = Answers(of: network, to: pictures)
    for (label, animal) in pictures.classNames.enumerated() {
      let (answer, share) = answers.mostCommon(for: label)
      page.measure("\(animal.english).answer", Subject.phrase(answer))
      page.measure("\(animal.english).share", share, as: .percent(digits: 0))
    }

    let accuracies = page.seeds.map { seed in
      let five = trainingSet(seed, perClass: 5)
      return Answers(of: network, to: five).accuracyOfRenamed(on: test)
    }
    page.measure("pictures", test.count)
    page.measure("accuracy", values: accuracies, as: .percent)
    try FeatureExtractionFigures(page: page).asIs(pictures, answers)
  }

  // cell: freeze
  func freeze(_ page: Page) throws {
    let picture = Menagerie(.farm).validationSet(count: 1)
    let features: ValidationFeatures = base.features(of: picture)

    page.measure("values", network.inputSize * network.inputSize * 3)
    page.measure("features", features.width)
    page.measure("frozen", base.parameterCount)
    page.measure("trainable", base.parameters.count { $0.isTrainable })
    page.measure("head", (features.width + 1) * picture.classNames.count)
    page.measure("hand-made", handMade.features(of: picture).width)
  }

  // cell: neighbours
  func neighbours(_ page: Page) throws {
    let worlds = page.seeds.map { Menagerie(.farm, seed: $0).validationSet(count: 240) }
    func share(_ layer: FrozenBase) -> [Float] {
      worlds.map { neighbourAgreement(in: layer.features(of: $0)) }
    }
    let pixels = FrozenBase(Flatten())
    page.measure("pictures", worlds[0].count)
    page.measure("pixels", values: share(pixels), as: .percent)
    page.measure("hand-made", values: share(handMade), as: .percent)
    page.measure("features", values: share(base), as: .percent)

    let shown = worlds[0]
    for (name, layer) in [("pixels", pixels), ("features", base)] {
      var random = RandomSource(seed: page.seed)
      let places = TSNE()(layer.features(of: shown).features, random: &random)
      try FeatureExtractionFigures(page: page).embedding(name, places, shown)
    }
  }

  // cell: cached
  func cached(_ page: Page) throws {
    let before = base.state.map(\.parameter.value.values)
    let trials = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      try CachingTrial(base, trainingSet(seed, perClass: 30), epochs: 10, seed: seed)
    }
    let differences = trials.map { $0.largestDifference(on: test.subset(0..<60)) }
    let changed = zip(before, base.state.map(\.parameter.value.values)).map { zip($0, $1).count { $0 != $1 } }

    page.measure("uncached", values: trials.map(\.uncachedSeconds), as: .seconds(digits: 2))
    page.measure("cached", values: trials.map(\.cachedSeconds), as: .seconds(digits: 2))
    page.claim("same-logits", differences, .atMost(0), as: .number(digits: 1))
    page.claim(
      "frozen", page.seeds.map { _ in Float(changed.reduce(0, +)) },
      .atMost(0), as: .count)
    page.claim(
      "faster", trials.map { $0.uncachedSeconds / $0.cachedSeconds },
      .atLeast(5), as: .factor)
    try FeatureExtractionFigures(page: page).caching(trials)
  }

  // cell: pictures-per-class
  func picturesPerClass(_ page: Page) throws {
    let scratchEpochs = [1: 15, 5: 30, 20: 10, 100: 5]
    let trials = try page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      let pictures = trainingSet(seed, perClass: 100)
      let (features, byHand) = (base.features(of: pictures), handMade.features(of: pictures))
      return try LearningCurve(sizes: [1, 2, 5, 10, 20, 50, 100]) { size in
        let few = pictures.perClass(size)
        let frozen = LogisticRegression().fitted(to: features.perClass(size))
        let hog = LogisticRegression().fitted(to: byHand.perClass(size))
        let scratch = try scratchEpochs[size].map { epochs in
          try ScratchTraining(batchSize: max(5, size / 6), epochs: epochs)
            .network(like: network, from: few, seed: seed)
        }
        return LearningCurve.Accuracies(
          frozen: frozen.accuracy(on: testFeatures), handMade: hog.accuracy(on: testByHand),
          scratch: scratch?.accuracy(on: test),
          scratchOnItsOwn: scratch.map { accuracy($0(few.inputs), few.labels) })
      }
    }

    for size in [1, 5, 20, 100] {
      page.measure("frozen.\(size)", values: trials.map { $0[size].frozen }, as: .percent)
      page.measure("hand-made.\(size)", values: trials.map { $0[size].handMade }, as: .percent)
      page.measure("scratch.\(size)", values: trials.compactMap { $0[size].scratch }, as: .percent)
    }
    page.measure("scratch.own", values: trials.compactMap { $0[5].scratchOnItsOwn }, as: .percent)
    page.measure("scratch.pictures", 3 * 100)
    page.measure("scratch.epochs", scratchEpochs[100] ?? 0)
    page.claim("beats-scratch", trials.map { $0[5].frozen - ($0[5].scratch ?? 1) }, .atLeast(0.1), as: .percent)
    page.claim("beats-hand-made", trials.map { $0[5].frozen - $0[5].handMade }, .atLeast(0), as: .percent)
    try FeatureExtractionFigures(page: page).learningCurves(trials)
  }

  // cell: heads
  func heads(_ page: Page) throws {
    let heads: [(name: String, classifier: any FeatureClassifier)] = [
      ("logistic", LogisticRegression()), ("neighbour", NearestNeighbours()), ("centre", NearestClassCentre()),
      ("easytl", EasyTL()),
    ]
    let five = page.seeds.map { trainingSet($0, perClass: 5) }
    let scores = heads.map { head in
      five.map { HeadScore(head.classifier, learnsFrom: base.features(of: $0), isScoredOn: testFeatures) }
    }
    let scoresByHand = heads.dropLast().map { head in
      five.map { HeadScore(head.classifier, learnsFrom: handMade.features(of: $0), isScoredOn: testByHand) }
    }

    for (head, scores) in zip(heads, scores) {
      page.measure("\(head.name).accuracy", values: scores.map(\.accuracy), as: .percent)
      page.measure("\(head.name).milliseconds", values: scores.map(\.milliseconds), as: .number(digits: 1))
    }
    for (head, scores) in zip(heads, scoresByHand) {
      page.measure("\(head.name).hand-made", values: scores.map(\.accuracy), as: .percent)
    }
    page.measure(
      "alignment", values: zip(scores[2], scores[3]).map { $1.accuracy - $0.accuracy }, as: .percent)
    try FeatureExtractionFigures(page: page).heads(scores, byHand: scoresByHand)
  }

  // cell: wrong-pictures
  func wrongPictures(_ page: Page) throws {
    let five = trainingSet(page.seed, perClass: 5)
    let head = LogisticRegression().fitted(to: base.features(of: five))
    let predictions = Predictions(head.logits(testFeatures.features).softmax(), of: test)

    let confusion = predictions.mostCommonConfusion
    page.measure("pictures", test.count)
    page.measure("wrong", predictions.wrong.count)
    page.measure("true", Phrase(test.classNames[confusion.label]))
    page.measure("taken-for", Phrase(test.classNames[confusion.prediction]))
    page.measure("confused", confusion.count)
    try FeatureExtractionFigures(page: page).confusion(predictions)
    try FeatureExtractionFigures(page: page).wrongPictures(predictions, test)
    try FeatureExtractionFigures(page: page).trainingPictures(five)
  }
}
