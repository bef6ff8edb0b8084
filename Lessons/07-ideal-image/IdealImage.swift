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
  let (cat, dog, zebra): (Subject, Subject, Subject)
  let steps = 128
  let learningRate: Float = 0.05
  var without: [Drawing] = []
  var weight: Float = 0

  init() throws {
    network = try Catalogue.network("mini-vgg")
    easel = Easel(network)
    (cat, dog, zebra) = try (
      Subject("cat", of: network), Subject("dog", of: network), Subject("zebra", of: network)
    )
  }

  // cell: real-pictures
  func realPictures(_ page: Page) throws {
    let subjects = [cat, dog, zebra]
    let real = subjects.map { $0.realPictures(100) }
    easel.measure(real.flatMap { $0 })

    var rows: [[PictureGrid.Cell?]] = []
    for (subject, pictures) in zip(subjects, real) {
      let shown = try (pictures.prefix(3) + [pictures.mean]).enumerated().map { index, picture in
        easel.score(try page.picture("\(subject.name)-real-\(index)", picture), as: subject, seed: 0)
      }
      rows.append(shown.map { easel.cell($0, on: page) })
      page.measure("\(subject.name).mean", shown[3].probability, as: .percent)
    }
    page.measure("variation", easel.realVariation, as: .number(digits: 3))
    page.measure("detail", easel.realDetail, as: .number(digits: 4))

    try page.figure(
      "real-pictures", title: IdealImageText.realPictures.title, alternative: IdealImageText.realPictures.alternative,
      image: PictureGrid(
        columnHeadings: ["1", "2", "3", page("mean of 100", id: "rata-rata 100")],
        rowHeadings: subjects.map { page($0.phrase) }, rows: rows, style: page.style
      ).image())
  }

  // cell: noise
  func noise(_ page: Page) throws {
    let start = try page.picture("noise", greyNoise(page.seed).pictures[0])
    let logits = network(Tensor([start]))
    let probabilities = logits.softmax().values
    let first = logits.indicesOfLargest()[0]
    page.measure("first", Subject.phrase(network.classes[first]))
    page.measure("first.probability", probabilities[first], as: .percent)
    page.measure("zebra", probabilities[zebra.label], as: .percent)

    try page.figure(
      "noise", title: IdealImageText.noise.title, alternative: IdealImageText.noise.alternative,
      image: BarChart(
        title: page(IdealImageText.noise.title), categories: network.classes.map { page(Subject.phrase($0)) },
        value: Axis("logit"), series: [.init("logit", logits.values.map(Double.init))], style: page.style
      ).image())
  }

  /// Noise from which every picture of a seed starts: values around middle grey.
  func greyNoise(_ seed: UInt64) -> Tensor {
    var random = RandomSource(seed: seed)
    return .uniform(shape: [1, 64, 64, 3], in: 0.4...0.6, random: &random)
  }

  // cell: pixels-alone
  func pixelsAlone(_ page: Page) throws {
    let subjects = [cat, dog, zebra].flatMap { subject in page.seeds.map { _ in subject } }
    let seeds = [page.seeds, page.seeds, page.seeds].flatMap { $0 }
    network.freeze()

    let pixels = Parameter(Tensor.concatenated(seeds.map(greyNoise)))
    let adam = Adam([pixels], learningRate: learningRate)
    for _ in page.progress(Phrase(en: "Steps", id: "Langkah"), over: 0..<steps) {
      let loss = crossEntropy(network(pixels.value), subjects.map(\.label))
      adam.step(loss.gradients())
      pixels.set(pixels.value.clamped(to: 0...1))
    }

    without = try easel.keep(pixels.value, of: subjects, seeds: seeds, as: "without", on: page)
    page.measure("probability", values: without.perSeed(\.probability), as: .percent(digits: 2))
    page.measure("variation", values: without.perSeed(\.variation), as: .factor)
    page.measure("detail", values: without.perSeed(\.detail), as: .factor)
    page.claim(
      "sure-without", IdealImageText.sureWithout, values: without.perSeed(\.probability), .atLeast(0.99),
      as: .percent(digits: 2))
    page.claim("noisy-without", IdealImageText.noisyWithout, values: without.perSeed(\.detail), .atLeast(5), as: .factor)

    try page.figure(
      "pixels-alone", title: IdealImageText.pixelsAlone.title, alternative: IdealImageText.pixelsAlone.alternative,
      image: PictureGrid(
        columnHeadings: page.seeds.map { page("seed \($0)", id: "benih \($0)") },
        rowHeadings: [cat, dog, zebra].map { page($0.phrase) },
        rows: [cat, dog, zebra].map { without.of($0).map { easel.cell($0, on: page) } }, factor: 2, style: page.style
      ).image())
  }

  // cell: variation-sweep
  func variationSweep(_ page: Page) throws {
    let ideal = IdealImage(network, steps: steps, learningRate: learningRate)
    let weights: [Float] = [0.1, 0.3, 1, 3, 10, 30, 100]
    let zebras = page.seeds.map { _ in zebra }
    let sweep = try page.progress(Phrase(en: "Weights", id: "Bobot"), over: weights).map { weight in
      let pictures = ideal.draw(
        zebras.map(\.label), from: Tensor.concatenated(page.seeds.map(greyNoise)),
        variationWeights: zebras.map { _ in weight })
      return try easel.keep(pictures, of: zebras, seeds: page.seeds, as: "weight-\(weight)", on: page)
    }

    // The lightest weight that brings fine detail down to that of real pictures.
    let enough = sweep.firstIndex { $0.map(\.detail).mean <= 1 } ?? weights.count - 1
    weight = weights[enough]
    page.measure("weight", weight, as: .number)
    page.measure("weight.detail", values: sweep[enough].map(\.detail), as: .factor(digits: 2))
    page.measure("weight.probability", values: sweep[enough].map(\.probability), as: .percent)
    page.measure("lightest.detail", values: sweep[0].map(\.detail), as: .factor)
    page.measure("heaviest.probability", values: sweep[weights.count - 1].map(\.probability), as: .percent)

    try page.figure(
      "sweep-curves", title: IdealImageText.sweepCurves.title, alternative: IdealImageText.sweepCurves.alternative,
      image: easel.curves(weights, sweep, title: IdealImageText.sweepCurves.title, on: page))
    try page.figure(
      "sweep-pictures", title: IdealImageText.sweepPictures.title,
      alternative: IdealImageText.sweepPictures.alternative,
      image: PictureGrid(
        cells: zip(weights, sweep).map { weight, drawings in
          let number = page.format(weight, as: .number)
          return easel.cell(drawings[0], heading: page("weight \(number)", id: "bobot \(number)"), on: page)
        }, columns: 4, style: page.style
      ).image())
  }

  // cell: with-and-without
  func withAndWithout(_ page: Page) throws {
    let subjects = without.map(\.subject)
    let seeds = without.map(\.seed)
    let ideal = IdealImage(network, steps: steps, learningRate: learningRate)
    let pictures = page.progress(Phrase(en: "Steps", id: "Langkah"), count: steps) { tick in
      ideal.draw(
        subjects.map(\.label), from: Tensor.concatenated(seeds.map(greyNoise)),
        variationWeights: subjects.map { _ in weight }, report: { _ in tick() })
    }
    let with = try easel.keep(pictures, of: subjects, seeds: seeds, as: "with", on: page)

    page.measure("probability", values: with.perSeed(\.probability), as: .percent)
    page.measure("variation", values: with.perSeed(\.variation), as: .factor(digits: 2))
    let calmer = zip(without.perSeed(\.detail), with.perSeed(\.detail)).map { $0 / $1 }
    page.measure("calmer", values: calmer, as: .factor)
    page.claim("sure-with", IdealImageText.sureWith, values: with.perSeed(\.probability), .atLeast(0.9), as: .percent)
    page.claim("calmer-with", IdealImageText.calmerWith, values: calmer, .atLeast(5), as: .factor)

    try page.figure(
      "with-and-without", title: IdealImageText.withAndWithout.title,
      alternative: IdealImageText.withAndWithout.alternative,
      image: PictureGrid(
        columnHeadings: [
          page("noise", id: "derau"), page("without variation loss", id: "tanpa kerugian variasi"),
          page("with variation loss", id: "dengan kerugian variasi"),
        ],
        rowHeadings: [cat, dog, zebra].map { page($0.phrase) },
        rows: try [cat, dog, zebra].map { subject in
          let start = try page.picture("\(subject.name)-start", greyNoise(page.seed).pictures[0])
          let drawings = [easel.score(start, as: subject, seed: page.seed), without.of(subject)[0], with.of(subject)[0]]
          return drawings.map { easel.cell($0, on: page) }
        }, style: page.style
      ).image())
  }
}
