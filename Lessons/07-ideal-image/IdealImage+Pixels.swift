import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells up to gradient descent on the pixels alone.
extension IdealImageCells {
  // cell: real-pictures
  func realPictures(_ page: Page) throws -> PictureScorer {
    let real = subjects.map { $0.realPictures(100) }
    let scorer = PictureScorer(against: real.flatMap { $0 }, judge: judge, robustJudge: robustJudge, on: page)
    let means = try zip(subjects, real).map { try scorer.keep($1.mean, of: $0, by: network, as: "real-4") }
    let examples = try zip(subjects, real).map { subject, pictures in
      try (1...3).map { try scorer.keep(pictures[$0 - 1], of: subject, by: network, as: "real-\($0)") }
    }

    page.measure("variation", scorer.realVariation, as: .number(digits: 3))
    page.measure("detail", scorer.realDetail, as: .number(digits: 4))
    page.measure("checkerboard", checkerboardIndex(Tensor(real.flatMap { $0 })).mean, as: .percent)
    for mean in means { page.measure("\(mean.subject.name).mean", mean.probability, as: .percent) }
    try page.figure(
      "real-pictures",
      grid(["1", "2", "3", page.term("mean-of-100")], zip(examples, means).map { $0 + [$1] }, on: page))
    return scorer
  }

  // cell: noise
  func noise(_ page: Page) throws {
    let start = try page.picture(
      "noise", Tensor.pinkNoise(seed: page.seed, size: network.inputSize, colors: .natural).pictures[0])
    let logits = network(Tensor([start]))
    let probabilities = logits.softmax().values
    let first = logits.indicesOfLargest()[0]

    page.measure("first", called: material.name(network.classes[first]))
    page.measure("first.probability", probabilities[first], as: .percent)
    page.measure("zebra", probabilities[example.label], as: .percent)
    page.measure("values", start.pixels.count)
    try page.figure(
      "noise",
      BarChart(
        categories: network.classes.map { page(material.name($0)) }, value: Axis("logit"),
        series: [.init("logit", logits.values.map(Double.init))]))
  }

  // cell: pixels-alone
  func pixelsAlone(_ page: Page, _ scorer: PictureScorer) throws -> IdealStudy {
    let pictures = try batches.flatMap { subjects in
      let targets = [IdealTarget](subjects, seeds: page.seeds)
      let pixels = Parameter(targets.noise(size: network.inputSize))
      let adam = Adam([pixels], learningRate: 0.05)
      for _ in page.progress("steps", over: 0..<plan.steps) {
        let loss = crossEntropy(network(pixels.value), targets.labels)
        adam.step(loss.gradients())
        pixels.set(pixels.value.clamped(to: 0...1))
      }
      return try scorer.keep(pixels.value, of: targets, by: network, as: "without")
    }

    let without = page.study(subjects, found: pictures)
    page.measure("probability", values: without.means(\.probability), as: .percent(digits: 2))
    page.measure("judge", values: without.means(\.judge), as: .percent)
    page.measure("variation", values: without.means(\.variation), as: .factor)
    page.measure("detail", values: without.means(\.detail), as: .factor)
    page.measure("checkerboard", checkerboardIndex(Tensor(without.all.map(\.picture))).mean, as: .percent)
    page.claim(
      "sure-without", without.means(\.probability), .atLeast(predicted.sureWithout), as: .percent(digits: 2))
    page.claim("noisy-without", without.means(\.detail), .atLeast(predicted.noisyWithout), as: .factor)
    try page.figure("pixels-alone", grid(seedsOf: without, on: page))
    return without
  }
}
