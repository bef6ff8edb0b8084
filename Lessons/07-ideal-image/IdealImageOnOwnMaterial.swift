import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells of the lesson on own material; what one finds, the next ones use.
final class IdealImageOnOwnMaterial {
  let bench: LessonMaterial
  let network: Network
  let easel: Easel
  let plan: DrawingPlan
  private var subjects: [Subject] = []
  private var weight: Float = 1
  private var without: [Drawing] = [], with: [Drawing] = []

  init(_ material: OwnMaterial) throws {
    bench = try LessonMaterial(material)
    network = bench.network
    easel = Easel(judge: network)
    bench.perClass = bench.budget.first(of: [40, 20, 10]) { [bench] in 10 * $0 * bench.source.classNames.count }
    plan = bench.budget.first(of: DrawingPlan.all) { $0.passes }
    network.freeze()
  }

  // cell: material
  func material(_ page: Page) throws {
    try bench.show(on: page)
    subjects = try bench.commonSubjects(atMost: plan.subjects)

    page.measure("subjects", Phrase.list(subjects.map { bench.name($0.name) }))
    page.measure("steps", plan.steps)
    page.measure("minutes", bench.minutes(plan.passes), as: .number(digits: 1))
  }

  // cell: real
  func real(_ page: Page) throws {
    let pictures = try bench.pictures()
    let all = pictures.test.labels.indices.prefix(100).map { pictures.test[$0] }
    easel.measure(all)
    page.measure("pictures", all.count)
    page.measure("variation", easel.realVariation, as: .number(digits: 3))
    page.measure("detail", easel.realDetail, as: .number(digits: 4))

    let answers = SourcePredictions(of: network, to: pictures.test)
    let rows = try subjects.map { subject in
      try answers.surest(5, of: subject.label).map { index in
        try easel.keep([pictures.test[index]], of: subject, by: network, as: "real-\(index)", on: page)[0]
      }
    }
    try IdealImageFigures(page: page).ownReal(rows, bench)
  }

  /// Noise from which every picture of a seed starts: values around middle grey.
  func greyNoise(_ seed: UInt64) -> Tensor { .greyNoise(seed: seed, size: network.inputSize) }

  /// Draws every subject from the noise of every seed, and keeps and scores the pictures.
  func draw(_ ideal: IdealImage, weight: Float, as name: String, on page: Page) throws -> [Drawing] {
    try page.progress(Phrase(en: "Steps", id: "Langkah"), count: subjects.count * ideal.steps) { tick in
      try subjects.flatMap { try draw(ideal, $0, weight: weight, as: name, on: page) { _, _ in tick() } }
    }
  }

  /// Draws one subject from the noise of every seed.
  private func draw(
    _ ideal: IdealImage, _ subject: Subject, weight: Float, as name: String, on page: Page,
    report: (Int, () -> Tensor) -> Void = { _, _ in }
  ) throws -> [Drawing] {
    let casts = page.seeds.map { IdealTarget(subject: subject, seed: $0) }
    let pictures = ideal.draw(
      casts.map(\.subject.label), from: Tensor.concatenated(page.seeds.map(greyNoise)),
      variationWeights: casts.map { _ in weight }, report: report)
    return try easel.keep(pictures, of: casts, by: network, as: name, on: page)
  }

  // cell: pixels
  func pixels(_ page: Page) throws {
    let ideal = IdealImage(network, steps: plan.steps)
    without = try draw(ideal, weight: 0, as: "without", on: page)

    let (sure, detail) = (without.perSeed(\.probability), without.perSeed(\.detail))
    page.measure("probability", values: sure, as: .percent)
    page.measure("variation", values: without.perSeed(\.variation), as: .factor)
    page.measure("detail", values: detail, as: .factor)
    page.claim("sure-without", sure, .atLeast(0.9), as: .percent)
    page.claim("noisy-without", detail, .atLeast(2), as: .factor)
    try IdealImageFigures(page: page).ownSeeds(subjects.map { without.of($0) }, bench)
  }

  // cell: weights
  func weights(_ page: Page) throws {
    let ideal = IdealImage(network, steps: plan.steps)
    let sweep = try page.progress(Phrase(en: "Weights", id: "Bobot"), over: plan.weights).map { weight in
      try draw(ideal, subjects[0], weight: weight, as: "weight-\(weight)", on: page)
    }

    // The lightest weight that brings fine detail down to that of real pictures.
    let enough = sweep.firstIndex { $0.map(\.detail).mean <= 1 } ?? plan.weights.count - 1
    weight = plan.weights[enough]
    page.measure("subject", bench.name(subjects[0].name))
    page.measure("chosen", weight, as: .number(digits: weight < 1 ? 1 : 0))
    page.measure("chosen.detail", values: sweep[enough].map(\.detail), as: .factor(digits: 2))
    page.measure("chosen.probability", values: sweep[enough].map(\.probability), as: .percent)
    page.measure("lightest", plan.weights[0], as: .number(digits: 1))
    page.measure("lightest.detail", values: sweep[0].map(\.detail), as: .factor)
    page.measure("heaviest", plan.weights[plan.weights.count - 1], as: .number(digits: 0))
    page.measure("heaviest.detail", values: sweep[sweep.count - 1].map(\.detail), as: .factor)
    page.measure("heaviest.probability", values: sweep[sweep.count - 1].map(\.probability), as: .percent)
    try IdealImageFigures(page: page).ownWeights(plan.weights, sweep)
  }

  // cell: variation
  func variation(_ page: Page) throws {
    let ideal = IdealImage(network, steps: plan.steps)
    with = try draw(ideal, weight: weight, as: "with", on: page)

    let sure = with.perSeed(\.probability)
    let calmer = zip(without.perSeed(\.detail), with.perSeed(\.detail)).map { $0 / $1 }
    page.measure("probability", values: sure, as: .percent)
    page.measure("detail", values: with.perSeed(\.detail), as: .factor(digits: 2))
    page.claim("sure-with", sure, .atLeast(0.5), as: .percent)
    page.claim("calmer-with", calmer, .atLeast(2), as: .factor)
  }

  // cell: recipe
  func recipe(_ page: Page) throws {
    let real = try bench.pictures().training
    let colours = ColorBasis(of: real.inputs(at: 0..<min(200, real.count)))
    var ideal = IdealImage(network, steps: plan.steps, learningRate: 0.1, form: .squared)
    (ideal.objective, ideal.parameters) = (.logit, .fourier(colours))
    ideal.view = RandomView(jitter: Float(network.inputSize) / 16)
    let drawn = try draw(ideal, weight: 300, as: "recipe", on: page)

    let ways = [("without", without), ("with", with), ("recipe", drawn)]
    let survivals = ways.map { survival(of: $0.1) }
    for ((name, drawings), survival) in zip(ways, survivals) {
      page.measure("\(name).probability", values: drawings.perSeed(\.probability), as: .percent)
      page.measure("\(name).survival", values: survival, as: .percent)
      page.measure("\(name).detail", values: drawings.perSeed(\.detail), as: .factor(digits: 2))
    }
    page.claim(
      "survives", zip(survivals[2], survivals[0]).map { $0 - $1 }, .atLeast(0.2),
      as: .percent)

    let starts = try easel.keep(
      noise: greyNoise, of: subjects.map { IdealTarget(subject: $0, seed: page.seed) }, by: network, on: page)
    try IdealImageFigures(page: page).ownRungs(
      zip(subjects, starts).map { [$1, without.of($0)[0], with.of($0)[0], drawn.of($0)[0]] }, bench)
    try IdealImageFigures(page: page).ownGallery(subjects.map { drawn.of($0) }, bench)
  }

  /// For each seed the mean probability of its pictures when they are looked at from other sides.
  private func survival(of drawings: [Drawing]) -> [Float] {
    let survival = drawings.map { drawing in
      network.survival(of: Tensor([drawing.picture]), labels: [drawing.subject.label])[0]
    }
    return Set(drawings.map(\.seed)).sorted().map { seed in
      zip(drawings, survival).filter { $0.0.seed == seed }.map(\.1).mean
    }
  }
}
