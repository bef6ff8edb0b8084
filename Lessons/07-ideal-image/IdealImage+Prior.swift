import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook
import Visualization

/// The cells about what a network remembers of its training, and about a network that was trained otherwise.
extension IdealImageCells {
  // cell: prior
  func prior(
    _ page: Page, _ scorer: PictureScorer, _ weight: Float, _ without: IdealStudy, _ views: IdealStudy
  ) throws -> IdealStudy {
    let prior = try draw(way(to: .prior, weight, scorer), as: "prior", scorer, on: page)
    let noise = try scorer.noise(of: subjects, seeds: page.seeds, by: network)
    let seen = page.study(Seen.allCases) { kind, seed -> Float in
      let place = page.seeds.firstIndex(of: seed) ?? 0
      let pictures =
        switch kind {
        case .real: subjects.map { $0.realPictures(page.seeds.count)[place] }
        case .noise: noise.pictures(ofSeed: place)
        case .pixels: without.pictures(ofSeed: place)
        case .views: views.pictures(ofSeed: place)
        case .prior: prior.pictures(ofSeed: place)
        }
      return BatchNormPrior.value(of: Tensor(pictures), in: network).item
    }

    page.measure("weight", Self.priorWeight, as: .number(digits: 0))
    page.report(of: seen, as: .number(digits: 2))
    page.measure("judge", values: prior.means(\.judge), as: .percent)
    page.claim("nearer", zip(seen[.views], seen[.prior]).map { $0 / $1 }, .atLeast(2), as: .factor)
    try page.figure("prior", grid(terms: ["views": views, "prior": prior], on: page))
    try page.figure("seen", seen.bars(Axis(page.term("batch-norm-prior"))) { $0 })
    return prior
  }

  // cell: robust
  func robust(_ page: Page, _ scorer: PictureScorer, _ weight: Float, _ views: IdealStudy) throws -> IdealStudy {
    let robust = try draw(way(to: .robust, weight, scorer), as: "robust", scorer, on: page)

    page.measure("judge", values: robust.means(\.judge), as: .percent)
    page.measure("robust-judge", values: robust.means(\.robustJudge), as: .percent)
    page.measure("plain.robust-judge", values: views.means(\.robustJudge), as: .percent)
    try page.figure("robust", grid(seedsOf: robust, on: page))
    return robust
  }

  // cell: both
  func both(_ page: Page, _ scorer: PictureScorer, _ weight: Float, _ robust: IdealStudy) throws -> IdealStudy {
    let both = try draw(way(to: .both, weight, scorer), as: "both", scorer, on: page)

    page.measure("probability", values: both.means(\.probability), as: .percent)
    page.measure("judge", values: both.means(\.judge), as: .percent)
    page.measure("robust-judge", values: both.means(\.robustJudge), as: .percent)
    page.measure("variation", values: both.means(\.variation), as: .factor(digits: 2))
    page.measure("robust.variation", values: robust.means(\.variation), as: .factor(digits: 2))
    try page.figure("both", grid(seedsOf: both, on: page))
    return both
  }
}

/// What the network is shown when it is asked how far that is from its training.
enum Seen: String, CaseIterable, StudyKey {
  case real, noise, pixels, views, prior
}

extension IdealStudy {
  /// The pictures of one seed, one a class.
  fileprivate func pictures(ofSeed place: Int) -> [Image] { keys.map { self[$0][place].picture } }
}
