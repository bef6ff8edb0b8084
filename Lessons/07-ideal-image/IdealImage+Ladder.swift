import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells that look at everything together: the film and the strip.
extension IdealImageCells {
  // cell: film
  func film(_ page: Page) throws {
    let moments = [0, 1, 2, 3, 4, 6, 8, 11, 16, 20, 24, 32, 40, 48, 64, 80, 96, 112, 128]
    var ideal = wavesOfLogit().with(robustTwin)
    ideal.view = RandomView()
    let targets = [IdealTarget](subjects, seeds: [page.seed])
    let frames = zip(moments, ideal.snapshots(after: moments, of: targets, weight: Self.calm)).map {
      FilmFrame(
        step: $0, pictures: $1.pictures, logits: robustTwin($1).gather(targets.labels).values,
        costs: variation($1, .squared).values.map { Self.calm * $0 })
    }
    let (first, last) = (frames[0], frames[frames.count - 1])

    page.measure("frames", frames.count)
    page.measure("first.logit", first.logits.mean, as: .number(digits: 1))
    page.measure("first.variation", first.costs.mean, as: .number(digits: 2))
    page.measure("last.logit", last.logits.mean, as: .number(digits: 1))
    page.measure("last.variation", last.costs.mean, as: .number(digits: 2))
    try page.film("film", still: image(of: last, on: page), duration: 0.25) { _ in
      frames.map { image(of: $0, on: page) }
    }
    try page.figure("film-strip", strip(frames.filter { [0, 4, 11, 24, 48, 128].contains($0.step) }, on: page))
  }

  // cell: hero
  func hero(
    _ page: Page, _ scorer: PictureScorer, _ with: IdealStudy, _ straight: IdealStudy, _ moving: IdealStudy,
    _ robust: IdealStudy
  ) throws {
    let noise = try scorer.noise(of: subjects, seeds: page.seeds, by: network)
    let ladder = Study(rows: [
      (Rung.noise, noise), (.variationLoss, with), (.logitWaves, straight), (.views, moving), (.robust, robust),
    ])

    page.report("judge", of: ladder.rowMeans(\.judge), as: .percent) { $0 }
    for subject in subjects {
      page.measure("\(subject.name).first", noise.mean(of: subject, \.judge), as: .percent)
      page.measure("\(subject.name).last", robust.mean(of: subject, \.judge), as: .percent)
    }
    let rise: [Float] = ladder.smallestGain(of: .robust, over: .noise, \.judge)
    page.claim("judge-rises", rise, .atLeast(0.5), as: .percent)
    try page.figure("hero", grid(ladder, on: page))
  }
}

/// A moment of the film: what the pictures are, and the two terms of their loss, one a picture.
struct FilmFrame {
  let step: Int
  let pictures: [Image]
  /// What is to become large.
  let logits: [Float]
  /// What the variation costs.
  let costs: [Float]
}

/// The sections of the lesson, each of which adds something to the one before.
enum Rung: String, CaseIterable, StudyKey {
  case noise
  case variationLoss = "variation-loss"
  case logitWaves = "logit-waves"
  case views, robust
}
