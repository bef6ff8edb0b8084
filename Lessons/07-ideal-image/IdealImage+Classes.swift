import Autograd
import Charts
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells about all classes, and about what must not work.
extension IdealImageCells {
  // cell: classes
  func classes(_ page: Page, _ scorer: PictureScorer) throws -> IdealStudy {
    let all = try robustTwin.classes.map { try Subject($0, of: robustTwin) }
    var ideal = wavesOfLogit().with(robustTwin)
    ideal.view = RandomView()
    let gallery = try page.study(all, preparing: { try drawAll(all, ideal, as: "class", seed: $0, scorer) }) {
      $1[$0.label]
    }
    let coherence = gallery.map { stripeCoherence(Tensor([$0.picture]))[0] }
    let real = page.study(
      all, seeds: Array(1...20), found: all.flatMap { stripeCoherence(Tensor($0.realPictures(20))) })
    let below = page.seeds.indices.map { seed in
      Float(all.count { coherence[$0][seed] < coherence[example][seed] }) / Float(all.count - 1)
    }

    page.measure("judge", values: gallery.means(\.judge), as: .percent)
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
  func controls(_ page: Page, _ scorer: PictureScorer, _ gallery: IdealStudy) throws {
    let all = gallery.keys
    let random = try page.study(
      all,
      preparing: { seed in
        var random = RandomSource(seed: seed)
        let stranger = Network(.miniVGG, classes: network.classes, inputSize: 64, random: &random)
        return try drawAll(all, wavesOfLogit().with(stranger), as: "stranger", seed: seed, scorer)
      }
    ) { $1[$0.label] }
    let exchanged = gallery.map { ideal in
      scorer.score(ideal.picture, as: all[(ideal.subject.label + 1) % all.count], by: robustTwin)
    }
    let calm = try page.study(
      all, preparing: { seed in try page.picture("calm-\(seed)", calmed(.greyNoise(seed: seed, size: 64)).pictures[0]) }
    ) { scorer.score($1, as: $0, by: network) }
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

  /// Every class from the noise of one seed, in the order of the classes.
  private func drawAll(
    _ all: [Subject], _ ideal: IdealImage, as name: String, seed: UInt64, _ scorer: PictureScorer
  ) throws -> [IdealPicture] {
    let targets = [IdealTarget](all, seeds: [seed])
    return try scorer.keep(ideal.draw(targets, weight: Self.calm), of: targets, by: ideal.network, as: name)
  }

  /// What variation loss alone makes of a picture.
  private func calmed(_ start: Tensor) -> Tensor {
    let pixels = Parameter(start)
    let adam = Adam([pixels], learningRate: 0.05)
    for _ in 0..<plan.steps { adam.step(variationLoss(pixels.value).gradients()) }
    return pixels.value.detached()
  }

  /// Each class's numbers in multiples of the mean of all classes.
  private func relative(_ numbers: Study<Subject, Float>) -> Study<Subject, Float> {
    let mean = numbers.keys.map { numbers.mean(of: $0) }.mean
    return numbers.map { $0 / mean }
  }
}

/// What must not convince the judge, and what does.
enum Control: String, CaseIterable, StudyKey {
  case random, exchanged, calm, robust
}
