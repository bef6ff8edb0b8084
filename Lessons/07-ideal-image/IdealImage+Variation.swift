import Autograd
import Datasets
import Experiments
import NeuralNetworks
import Notebook
import Visualization

/// The cells about the variation loss and about what is asked for.
extension IdealImageCells {
  // cell: variation-sweep
  func variationSweep(_ page: Page) throws {
    let ideal = IdealImage(network, steps: steps, learningRate: learningRate)
    let casts = page.seeds.map { IdealTarget(subject: subjects[2], seed: $0) }
    let start = Tensor.concatenated(page.seeds.map(greyNoise))

    let weights: [Float] = [0.1, 0.3, 1, 3, 10, 30, 100]
    let sweep = try page.progress(Phrase(en: "Weights", id: "Bobot"), over: weights).map { weight in
      let pictures = ideal.draw(
        casts.map(\.subject.label), from: start, variationWeights: casts.map { _ in weight })
      return try easel.keep(pictures, of: casts, by: network, as: "weight-\(weight)", on: page)
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
    with = try draw(ideal, weight: weight, as: "with", on: page)

    let sure = with.perSeed(\.probability)
    let calmer = zip(without.perSeed(\.detail), with.perSeed(\.detail)).map { $0 / $1 }
    page.measure("probability", values: sure, as: .percent)
    page.measure("judge", values: with.perSeed(\.judge), as: .percent)
    page.measure("variation", values: with.perSeed(\.variation), as: .factor(digits: 2))
    page.measure("calmer", values: calmer, as: .factor)
    page.claim("sure-with", sure, .atLeast(0.9), as: .percent)
    page.claim("calmer-with", calmer, .atLeast(5), as: .factor)

    let starts = try easel.keep(noise: greyNoise, of: casts([page.seed]), by: network, on: page)
    try IdealImageFigures(page: page).withAndWithout(
      zip(subjects, starts).map { [$1, without.of($0)[0], with.of($0)[0]] })
  }

  /// Draws every subject from the noise of every seed, and keeps and scores the pictures.
  func draw(_ ideal: IdealImage, weight: Float, as name: String, on page: Page) throws -> [Drawing] {
    let casts = casts(page.seeds)
    let pictures = page.progress(Phrase(en: "Steps", id: "Langkah"), count: ideal.steps) { tick in
      ideal.draw(
        casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
        variationWeights: casts.map { _ in weight }, report: { _, _ in tick() })
    }
    return try easel.keep(pictures, of: casts, by: ideal.network, as: name, on: page)
  }

  // cell: objectives
  func objectives(_ page: Page) throws {
    let casts = casts([page.seed])
    let objectives: [IdealObjective] = [.logProbability, .probability, .logit]
    let drawn = try objectives.map { objective in
      var ideal = IdealImage(network, steps: steps, learningRate: learningRate)
      ideal.objective = objective
      let pictures = ideal.draw(
        casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
        variationWeights: casts.map { _ in weight })
      return try easel.keep(pictures, of: casts, by: network, as: "\(objective)", on: page)
    }

    for (objective, drawings) in zip(objectives, drawn) {
      let logits = network(Tensor(drawings.map(\.picture))).gather(casts.map(\.subject.label)).values
      page.measure("\(objective).zebra", drawings[2].probability, as: .percent)
      page.measure("\(objective).logit", logits.mean, as: .number(digits: 1))
      page.measure("\(objective).variation", drawings.map(\.variation).mean, as: .factor)
    }
    try IdealImageFigures(page: page).objectives(subjects.indices.map { row in drawn.map { $0[row] } })
  }
}
