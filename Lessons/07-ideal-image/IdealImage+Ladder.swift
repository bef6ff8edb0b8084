import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// The cells that look at everything together: the film and the ladder.
extension IdealImageCells {
  // cell: film
  func film(_ page: Page, _ scorer: PictureScorer, _ weight: Float) throws {
    let moments = [0, 1, 2, 3, 4, 6, 8, 11, 16, 20, 24, 32, 40, 48, 64, 80, 96]
    let ideal = way(to: .both, weight, scorer)
    let targets = [IdealTarget](subjects, seeds: [page.seed])
    let frames = zip(moments, ideal.snapshots(after: moments, of: targets)).map {
      FilmFrame(
        step: $0, pictures: $1.pictures, logits: robustTwin($1).gather(targets.labels).values,
        costs: variation($1, .squared).values.map { ideal.variationWeight * $0 })
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
    try page.figure("film-strip", strip(frames.filter { [0, 4, 11, 24, 48, 96].contains($0.step) }, on: page))
  }

  // cell: hero
  func hero(
    _ page: Page, _ scorer: PictureScorer, _ with: IdealStudy, _ logit: IdealStudy, _ squares: IdealStudy,
    _ waves: IdealStudy, _ views: IdealStudy, _ prior: IdealStudy, _ robust: IdealStudy, _ both: IdealStudy
  ) throws {
    let noise = try scorer.noise(of: subjects, seeds: page.seeds, by: network)
    let ladder = Study(rows: [
      (Rung.noise, noise), (.variationLoss, with), (.logit, logit), (.squares, squares), (.waves, waves),
      (.views, views), (.prior, prior), (.robust, robust), (.both, both),
    ])
    let (judge, robustJudge) = (ladder.rowMeans(\.judge), ladder.rowMeans(\.robustJudge))
    let rise: [Float] = ladder.smallestGain(of: .both, over: .noise, \.judge)

    page.report("judge", of: judge, as: .percent) { $0 }
    page.report("robust-judge", of: robustJudge, as: .percent) { $0 }
    page.report("variation", of: ladder.rowMeans(\.variation), as: .factor(digits: 2)) { $0 }
    page.claim("judge-rises", rise, .atLeast(0.5), as: .percent)
    page.claim("robust-judge-rises", robustJudge.gain(of: .both, over: .prior), .atLeast(0.2), as: .percent)
    try page.figure("hero", grid(ladder, factor: 2, on: page))
    try page.figure("judges", judges(judge, robustJudge, on: page))
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
