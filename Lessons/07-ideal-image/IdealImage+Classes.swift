import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells about all classes, and about what must not work.
extension IdealImageCells {
  // cell: classes
  func classes(_ page: Page, _ scorer: PictureScorer, _ weight: Float) throws -> IdealStudy {
    let all = try robustTwin.classes.map { try ClassLabel($0, of: robustTwin) }
    let ideal = way(to: .both, weight, scorer)
    let gallery = try drawAll(all, as: "class", scorer, on: page) { _ in ideal }
    let coherence = gallery.map { stripeCoherence(Tensor([$0.picture]))[0] }
    let real = page.study(
      all, seeds: Array(1...20), found: all.flatMap { stripeCoherence(Tensor($0.realPictures(20))) })
    let below = page.seeds.indices.map { seed in
      Float(all.count { coherence[$0][seed] < coherence[example][seed] }) / Float(all.count - 1)
    }

    page.measure("judge", values: gallery.means(\.judge), as: .percent)
    page.measure("robust-judge", values: gallery.means(\.robustJudge), as: .percent)
    page.measure("zebra.real", relative(real).mean(of: example), as: .factor)
    page.measure("zebra.ideal", relative(coherence).mean(of: example), as: .factor)
    page.measure("empty", gallery.all.count { $0.probability < 0.5 })
    page.measure("pictures", gallery.all.count)
    page.claim("striped", below, .atLeast(0.5), as: .percent)
    try page.figure("classes", twoColumns(gallery, on: page))
    try page.figure("coherence", bars(ofReal: relative(real), ideal: relative(coherence), on: page))
    return gallery
  }

  // cell: controls
  func controls(_ page: Page, _ scorer: PictureScorer, _ weight: Float, _ gallery: IdealStudy) throws {
    let all = gallery.keys
    let random = try drawAll(all, as: "stranger", scorer, on: page) { seed in
      var random = RandomSource(seed: seed)
      return way(to: .robust, weight, scorer).with(
        Network(.miniVGGPlaced, classes: network.classes, inputSize: network.inputSize, random: &random))
    }
    let exchanged = gallery.map { ideal in
      scorer.score(ideal.picture, as: all[(ideal.subject.label + 1) % all.count], by: robustTwin)
    }
    let calm = try page.study(all, preparing: { try page.picture("calm-\($0)", calmed(seed: $0)) }) {
      scorer.score($1, as: $0, by: network)
    }
    let controls = Study(rows: [
      (Control.random, random), (.exchanged, exchanged), (.calm, calm), (.robust, gallery),
    ])
    let judge = controls.rowMeans(\.judge)
    let largest = page.seeds.indices.map { seed in
      [Control.random, .exchanged, .calm].map { judge[$0][seed] }.max() ?? 1
    }

    page.report("probability", of: controls.rowMeans(\.probability), as: .percent) { $0 }
    page.report("judge", of: judge, as: .percent) { $0 }
    page.measure("chance", 1 / Float(all.count), as: .percent)
    page.claim("controls", largest, .atMost(0.125), as: .percent)
    try page.figure(
      "controls",
      judge.bars(.percent(page.term("judge-of-class"), range: 0...1), format: .percent(decimals: 1)) { $0 })
  }

  /// Draws all classes in one batch for each seed, in a way that may depend on the seed.
  private func drawAll(
    _ all: [ClassLabel], as name: String, _ scorer: PictureScorer, on page: Page, _ ideal: (UInt64) -> IdealImage
  ) throws -> IdealStudy {
    func drawn(_ seed: UInt64) throws -> [IdealPicture] {
      let (ideal, targets) = (ideal(seed), [IdealTarget](all, seeds: [seed]))
      return try scorer.keep(ideal.draw(targets), of: targets, by: ideal.network, as: name)
    }
    return try page.study(all, preparing: drawn) { subject, pictures in pictures[subject.label] }
  }

  /// What variation loss alone makes of the noise of a seed.
  private func calmed(seed: UInt64) -> Image {
    let pixels = Parameter(.pinkNoise(seed: seed, size: network.inputSize, colors: .natural))
    let adam = Adam([pixels], learningRate: 0.05)
    for _ in 0..<plan.steps { adam.step(variationLoss(pixels.value).gradients()) }
    return pixels.value.pictures[0]
  }

  /// Each class's numbers in multiples of the mean of all classes.
  private func relative(_ numbers: Study<ClassLabel, Float>) -> Study<ClassLabel, Float> {
    let mean = numbers.keys.map { numbers.mean(of: $0) }.mean
    return numbers.map { $0 / mean }
  }
}

/// What must not convince the judge, and what does.
enum Control: String, CaseIterable, StudyKey {
  case random, exchanged, calm, robust

  /// What convinces the judge is drawn by the twin with the prior.
  func label(_ term: Terms) -> String { term(self == .robust ? "twin-and-prior" : name) }
}
