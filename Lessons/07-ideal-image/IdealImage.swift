import Autograd
import Charts
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

extension Lesson {
  /// The ideal cat, and why it needs the variation loss.
  public static let idealImage = Lesson(
    id: "ideal-image", number: 7,
    title: Phrase(en: "The ideal cat, and variation loss", id: "Kucing ideal dan kerugian variasi"),
    summary: Phrase(
      en: "gradient descent on the pixels, and what keeps it from drawing noise",
      id: "penurunan gradien pada piksel, dan apa yang mencegahnya menggambar derau"),
    file: #filePath
  ) {
    let cells = try IdealImageCells()
    return [
      Cell("real-pictures", cells.realPictures), Cell("noise", cells.noise), Cell("pixels-alone", cells.pixelsAlone),
      Cell("variation-sweep", cells.variationSweep), Cell("with-and-without", cells.withAndWithout),
    ]
  }
}

/// The cells of the lesson; what one finds, the next ones use.
final class IdealImageCells {
  let network: Network
  let easel: Easel
  let subjects: [Subject]
  let steps = 128
  let learningRate: Float = 0.05
  var without: [Drawing] = []
  var weight: Float = 0

  init() throws {
    network = try Catalogue.network("mini-vgg")
    easel = Easel(network)
    subjects = try ["cat", "dog", "zebra"].map { [network] in try Subject($0, of: network) }
  }

  // cell: real-pictures
  func realPictures(_ page: Page) throws {
    let real = subjects.map { $0.realPictures(100) }
    easel.measure(real.flatMap { $0 })
    page.measure("variation", easel.realVariation, as: .number(digits: 3))
    page.measure("detail", easel.realDetail, as: .number(digits: 4))

    let shown = try zip(subjects, real).map { subject, pictures in
      try easel.keep(pictures.prefix(3) + [pictures.mean], of: subject, as: "real", on: page)
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
  func greyNoise(_ seed: UInt64) -> Tensor {
    var random = RandomSource(seed: seed)
    return .uniform(shape: [1, 64, 64, 3], in: 0.4...0.6, random: &random)
  }

  /// A picture of every subject from the noise of every seed.
  func casts(_ seeds: [UInt64]) -> [Cast] {
    subjects.flatMap { subject in seeds.map { Cast(subject: subject, seed: $0) } }
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

    without = try easel.keep(pixels.value, of: casts, as: "without", on: page)
    let (sure, detail) = (without.perSeed(\.probability), without.perSeed(\.detail))
    page.measure("probability", values: sure, as: .percent(digits: 2))
    page.measure("variation", values: without.perSeed(\.variation), as: .factor)
    page.measure("detail", values: detail, as: .factor)
    page.claim("sure-without", IdealImageClaims.sureWithout, values: sure, .atLeast(0.99), as: .percent(digits: 2))
    page.claim("noisy-without", IdealImageClaims.noisyWithout, values: detail, .atLeast(5), as: .factor)
    try IdealImageFigures(page: page).pixelsAlone(subjects.map { without.of($0) })
  }

  // cell: variation-sweep
  func variationSweep(_ page: Page) throws {
    let ideal = IdealImage(network, steps: steps, learningRate: learningRate)
    let casts = page.seeds.map { Cast(subject: subjects[2], seed: $0) }
    let start = Tensor.concatenated(page.seeds.map(greyNoise))

    let weights: [Float] = [0.1, 0.3, 1, 3, 10, 30, 100]
    let sweep = try page.progress(Phrase(en: "Weights", id: "Bobot"), over: weights).map { weight in
      let pictures = ideal.draw(
        casts.map(\.subject.label), from: start, variationWeights: casts.map { _ in weight })
      return try easel.keep(pictures, of: casts, as: "weight-\(weight)", on: page)
    }

    // The lightest weight that brings fine detail down to that of real pictures.
    let enough = sweep.firstIndex { $0.map(\.detail).mean <= 1 } ?? weights.count - 1
    weight = weights[enough]
    page.measure("weight", weight, as: .number(digits: weight < 1 ? 1 : 0))
    page.measure("weight.detail", values: sweep[enough].map(\.detail), as: .factor(digits: 2))
    page.measure("weight.probability", values: sweep[enough].map(\.probability), as: .percent)
    page.measure("lightest.detail", values: sweep[0].map(\.detail), as: .factor)
    page.measure("heaviest.probability", values: sweep[weights.count - 1].map(\.probability), as: .percent)
    page.measure("differences", differenceCount(start) / page.seeds.count)
    try IdealImageFigures(page: page).sweepCurves(weights, sweep)
    try IdealImageFigures(page: page).sweepPictures(weights, sweep)
  }

  // cell: with-and-without
  func withAndWithout(_ page: Page) throws {
    let ideal = IdealImage(network, steps: steps, learningRate: learningRate)
    let casts = casts(page.seeds)
    let pictures = page.progress(Phrase(en: "Steps", id: "Langkah"), count: steps) { tick in
      ideal.draw(
        casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
        variationWeights: casts.map { _ in weight }, report: { _ in tick() })
    }

    let with = try easel.keep(pictures, of: casts, as: "with", on: page)
    let sure = with.perSeed(\.probability)
    let calmer = zip(without.perSeed(\.detail), with.perSeed(\.detail)).map { $0 / $1 }
    page.measure("probability", values: sure, as: .percent)
    page.measure("variation", values: with.perSeed(\.variation), as: .factor(digits: 2))
    page.measure("calmer", values: calmer, as: .factor)
    page.claim("sure-with", IdealImageClaims.sureWith, values: sure, .atLeast(0.9), as: .percent)
    page.claim("calmer-with", IdealImageClaims.calmerWith, values: calmer, .atLeast(5), as: .factor)

    let starts = try easel.keep(greyNoise(page.seed), of: subjects, seed: page.seed, as: "start", on: page)
    try IdealImageFigures(page: page).withAndWithout(
      zip(subjects, starts).map { [$1, without.of($0)[0], with.of($0)[0]] })
  }
}
