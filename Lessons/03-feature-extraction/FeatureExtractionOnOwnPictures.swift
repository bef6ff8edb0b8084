import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells of the lesson on own material; what one finds, the next ones use.
final class FeatureExtractionOnOwnPictures {
  let bench: LessonMaterial
  let network: Network
  /// What the frozen layers below the head make of the pictures, what the same layers would before they have learnt
  /// anything, and the pixels themselves.
  private var frozen = OwnFeatures(), untrained = OwnFeatures(), pixels = OwnFeatures()

  init(_ material: OwnMaterial) throws {
    bench = try LessonMaterial(material, task: .farm)
    network = bench.network
    let classes = bench.source.classNames.count
    bench.perClass = bench.budget.first(of: [200, 100, 50, 20, 10, 5]) { 4 * $0 * classes }
  }

  // cell: material
  func material(_ page: Page) throws {
    try bench.show(on: page)
    page.measure(
      "frozen", network.parameterCount - (network.layerGroups.last?.parameters.map(\.value.count).reduce(0, +) ?? 0))
  }

  // cell: as-is
  func asIs(_ page: Page) throws {
    let pictures = try bench.pictures()
    let answers = Answers(of: network, to: pictures.few(20, seed: page.seed))
    let renamed = page.seeds.map { seed in
      Answers(of: network, to: pictures.few(5, seed: seed)).accuracyOfRenamed(on: pictures.test)
    }

    page.measure("table", answers.table(pictures.names))
    page.measure("few", min(5, pictures.perClass))
    page.measure("accuracy", values: renamed, as: .percent)
  }

  // cell: features
  func features(_ page: Page) throws {
    let pictures = try bench.pictures()
    var random = RandomSource(seed: page.seed)
    let small = AdaptiveAveragePool2D(size: min(32, network.inputSize))
    let bases = [
      network.frozenBelowHead, network.untrained(random: &random).frozenBelowHead,
      FrozenBase(Sequential([("small", small), ("row", Flatten())])),
    ]
    let count = bases.count * (pictures.training.count + pictures.test.count)
    let seen = page.progress(Phrase(en: "Features", id: "Fitur"), count: count) { tick in
      bases.map { OwnFeatures(pictures, by: $0) { tick() } }
    }
    (frozen, untrained, pixels) = (seen[0], seen[1], seen[2])

    page.measure("width", frozen.width)
    page.measure("pixels", pixels.width)
    page.measure("head", (frozen.width + 1) * pictures.classNames.count)
  }

  // cell: neighbours
  func neighbours(_ page: Page) throws {
    let pictures = try bench.pictures()
    func agreement(_ kind: OwnFeatures) -> [Float] {
      page.seeds.map { neighbourAgreement(in: kind.few(20, pictures.order($0))) }
    }
    let (byFeatures, byPixels) = (agreement(frozen), agreement(pixels))
    page.measure("features", values: byFeatures, as: .percent)
    page.measure("pixels", values: byPixels, as: .percent)
    page.claim(
      "neighbours", zip(byFeatures, byPixels).map { $0 - $1 },
      .atLeast(0.05), as: .percent)

    let shown = pictures.shownInPlane(atMost: 300)
    page.measure("shown", shown.count)
    for (name, kind) in [("pixels", pixels), ("features", frozen)] {
      var random = RandomSource(seed: page.seed)
      let places = TSNE()(kind.learning.subset(shown).features, random: &random)
      try FeatureExtractionFigures(page: page).ownEmbedding(name, places, shown, pictures)
    }
  }

  // cell: pictures-per-class
  func picturesPerClass(_ page: Page) throws {
    let pictures = try bench.pictures()
    let sizes = pictures.sizes
    let kinds = [("frozen", frozen), ("untrained", untrained), ("pixels", pixels)]
    let curves = page.progress(Phrase(en: "Seeds", id: "Benih"), over: page.seeds).map { seed in
      kinds.map { _, kind in
        sizes.map { size in
          LinearProbe(on: kind.few(size, pictures.order(seed)), classes: pictures.classNames.count)
            .accuracy(on: kind.test)
        }
      }
    }

    let (fewest, most) = (0, sizes.count - 1)
    page.measure("fewest", sizes[fewest])
    page.measure("most", sizes[most])
    for (kind, (name, _)) in kinds.enumerated() {
      page.measure("\(name).fewest", values: curves.map { $0[kind][fewest] }, as: .percent)
      page.measure("\(name).most", values: curves.map { $0[kind][most] }, as: .percent)
    }
    page.claim(
      "beats-pixels", curves.map { $0[0][most] - $0[2][most] },
      .atLeast(0.1), as: .percent)
    page.claim(
      "learnt", curves.map { $0[0][most] - $0[1][most] }, .atLeast(0.1),
      as: .percent)
    page.claim(
      "more-is-better", curves.map { $0[0][most] - $0[0][fewest] },
      .atLeast(0), as: .percent)
    try FeatureExtractionFigures(page: page).ownCurves(sizes, curves, guess: 1 / Double(pictures.classNames.count))
  }

  // cell: heads
  func heads(_ page: Page) throws {
    let pictures = try bench.pictures()
    let heads: [(name: String, classifier: any FeatureClassifier)] = [
      ("logistic", LogisticRegression()), ("neighbour", NearestNeighbours()), ("centre", NearestClassCentre()),
    ]
    let size = min(5, pictures.perClass)
    let scores = heads.map { head in
      page.seeds.map { seed in
        HeadScore(head.classifier, learnsFrom: frozen.few(size, pictures.order(seed)), isScoredOn: frozen.test)
      }
    }

    page.measure("few", size)
    for (head, scores) in zip(heads, scores) {
      page.measure("\(head.name)", values: scores.map(\.accuracy), as: .percent)
      page.measure("\(head.name).milliseconds", values: scores.map(\.milliseconds), as: .number(digits: 1))
    }
  }

  // cell: wrong-pictures
  func wrongPictures(_ page: Page) throws {
    let pictures = try bench.pictures()
    let head = LogisticRegression().fitted(to: frozen.learning)
    let predictions = Predictions(head.logits(frozen.test.features).softmax(), of: pictures.test)

    let confusion = predictions.mostCommonConfusion
    page.measure("learnt", frozen.learning.count)
    page.measure("wrong", predictions.wrong.count)
    page.measure("accuracy", 1 - Double(predictions.wrong.count) / Double(pictures.test.count), as: .percent)
    page.measure("true", pictures.names[confusion.label])
    page.measure("taken-for", pictures.names[confusion.prediction])
    page.measure("confused", confusion.count)
    try FeatureExtractionFigures(page: page).ownConfusion(predictions)
    try FeatureExtractionFigures(page: page).ownMistakes(predictions, pictures)
  }
}
