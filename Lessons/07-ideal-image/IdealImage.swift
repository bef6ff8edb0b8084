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
  /// The ideal cat, and why it needs the variation loss.
  public static let idealImage = CourseLesson { material in
    if let material {
      let cells = try IdealImageOnOwnMaterial(material)
      return [
        Cell("material", cells.material), Cell("real", cells.real), Cell("pixels", cells.pixels),
        Cell("weights", cells.weights), Cell("variation", cells.variation), Cell("recipe", cells.recipe),
      ]
    }
    let cells = try IdealImageCells()
    return [
      Cell("real-pictures", cells.realPictures), Cell("noise", cells.noise), Cell("pixels-alone", cells.pixelsAlone),
      Cell("variation-sweep", cells.variationSweep), Cell("with-and-without", cells.withAndWithout),
      Cell("objectives", cells.objectives), Cell("waves", cells.waves), Cell("views", cells.views),
      Cell("robust", cells.robust), Cell("film", cells.film), Cell("hero", cells.hero),
      Cell("classes", cells.classes), Cell("controls", cells.controls),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class IdealImageCells {
  let network, twin: Network
  let easel: Easel
  let subjects: [Subject]
  let steps = 128
  let learningRate: Float = 0.05
  var weight: Float = 0
  var without: [Drawing] = [], with: [Drawing] = []
  var straight: [Drawing] = [], moving: [Drawing] = [], twins: [Drawing] = []
  var gallery: [Drawing] = []

  init() throws {
    network = try Catalogue.network("mini-vgg")
    twin = try Catalogue.network("mini-vgg-robust")
    easel = Easel(judge: try Catalogue.network("resnet20"))
    subjects = try ["cat", "dog", "zebra"].map { [network] in try Subject($0, of: network) }
  }

  // cell: real-pictures
  func realPictures(_ page: Page) throws {
    let real = subjects.map { $0.realPictures(100) }
    easel.measure(real.flatMap { $0 })
    page.measure("variation", easel.realVariation, as: .number(digits: 3))
    page.measure("detail", easel.realDetail, as: .number(digits: 4))
    page.measure("checkerboard", checkerboardIndex(Tensor(real.flatMap { $0 })).mean, as: .percent)

    let shown = try zip(subjects, real).map { subject, pictures in
      try easel.keep(pictures.prefix(3) + [pictures.mean], of: subject, by: network, as: "real", on: page)
    }
    for row in shown {
      page.measure("\(row[3].subject.name).mean", row[3].probability, as: .percent)
    }
    try IdealImageFigures(page: page).realPictures(shown)
  }

  // cell: noise
  func noise(_ page: Page) throws {
    let start = try page.picture("noise", greyNoise(page.seed).pictures[0])
    let logits = network(Tensor([start]))
    let probabilities = logits.softmax().values

    let first = logits.indicesOfLargest()[0]
    page.measure("first", Subject.phrase(network.classes[first]))
    page.measure("first.probability", probabilities[first], as: .percent)
    page.measure("zebra", probabilities[subjects[2].label], as: .percent)
    page.measure("values", start.pixels.count)
    try IdealImageFigures(page: page).logits(logits, of: network.classes)
  }

  /// Noise from which every picture of a seed starts: values around middle grey.
  func greyNoise(_ seed: UInt64) -> Tensor { .greyNoise(seed: seed, size: 64) }

  /// A picture of every subject from the noise of every seed.
  func casts(_ seeds: [UInt64]) -> [IdealTarget] {
    subjects.flatMap { subject in seeds.map { IdealTarget(subject: subject, seed: $0) } }
  }

  // cell: pixels-alone
  func pixelsAlone(_ page: Page) throws {
    let casts = casts(page.seeds)
    network.freeze()

    let pixels = Parameter(Tensor.concatenated(casts.map { greyNoise($0.seed) }))
    let adam = Adam([pixels], learningRate: learningRate)
    for _ in page.progress(Phrase(en: "Steps", id: "Langkah"), over: 0..<steps) {
      let loss = crossEntropy(network(pixels.value), casts.map(\.subject.label))
      adam.step(loss.gradients())
      pixels.set(pixels.value.clamped(to: 0...1))
    }

    without = try easel.keep(pixels.value, of: casts, by: network, as: "without", on: page)
    let (sure, detail) = (without.perSeed(\.probability), without.perSeed(\.detail))
    page.measure("probability", values: sure, as: .percent(digits: 2))
    page.measure("judge", values: without.perSeed(\.judge), as: .percent)
    page.measure("variation", values: without.perSeed(\.variation), as: .factor)
    page.measure("detail", values: detail, as: .factor)
    page.measure("checkerboard", checkerboardIndex(Tensor(without.map(\.picture))).mean, as: .percent)
    page.claim("sure-without", sure, .atLeast(0.99), as: .percent(digits: 2))
    page.claim("noisy-without", detail, .atLeast(5), as: .factor)
    try IdealImageFigures(page: page).pixelsAlone(subjects.map { without.of($0) })
  }
}
