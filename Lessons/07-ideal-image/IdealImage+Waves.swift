import Autograd
import Datasets
import Experiments
import NeuralNetworks
import Notebook
import Visualization

/// The cells that climb from texture to animals: waves, views, and a robust network.
extension IdealImageCells {
  // cell: waves
  func waves(_ page: Page, _ scorer: PictureScorer) throws -> IdealStudy {
    let straight = try draw(wavesOfLogit(), weight: Self.calm, as: "waves", scorer, on: page)
    let targets = [IdealTarget](subjects, seeds: [page.seed])
    let moments = [8, 32, 128]
    let seen = Study(
      rows: try Way.allCases.flatMap { way in
        var ideal = wavesOfLogit()
        if way == .pixels { ideal.parameters = .pixels }
        let pictures = ideal.snapshots(after: moments, of: targets, weight: Self.calm)
        return try zip(moments, pictures).map { moment, pictures in
          let kept = try scorer.keep(pictures, of: targets, by: network, as: "\(way.name)-after-\(moment)")
          return (KeyPair(way, moment), page.study(subjects, seeds: [page.seed], found: kept))
        }
      })

    let (judge, variation) = (seen.rowMeans(\.judge), seen.rowMeans(\.variation))
    for moment in judge.keys {
      page.measure("\(moment.name).judge", judge.mean(of: moment), as: .percent)
      page.measure("\(moment.name).variation", variation.mean(of: moment), as: .factor)
    }
    page.measure("judge", values: straight.means(\.judge), as: .percent)
    try page.figure("waves", grid(seen, factor: 2, on: page))
    return straight
  }

  // cell: views
  func views(
    _ page: Page, _ scorer: PictureScorer, _ without: IdealStudy, _ straight: IdealStudy
  ) throws -> IdealStudy {
    var ideal = wavesOfLogit()
    let drawn = Study(
      rows: try View.allCases.map { view in
        ideal.view = view.random
        let name = "view-\(view.name)"
        return (view, try draw(ideal, weight: Self.calm, as: name, from: [page.seed], scorer, on: page))
      })
    ideal.view = RandomView()
    let moving = try draw(ideal, weight: Self.calm, as: "views", scorer, on: page)

    page.measure("without.survival", values: survival(of: without, on: page), as: .percent)
    page.measure("straight.survival", values: survival(of: straight, on: page), as: .percent)
    page.measure("moving.survival", values: survival(of: moving, on: page), as: .percent)
    try page.figure("views", grid(drawn, on: page))
    return moving
  }

  // cell: robust
  func robust(_ page: Page, _ scorer: PictureScorer) throws -> IdealStudy {
    var ideal = wavesOfLogit().with(robustTwin)
    ideal.view = RandomView()
    let robust = try draw(ideal, weight: Self.calm, as: "robust", scorer, on: page)
    let zebras = [IdealTarget]([example], seeds: page.seeds)
    let empty = try scorer.keep(ideal.draw(zebras, weight: 1000), of: zebras, by: robustTwin, as: "dear")

    page.measure("dear", values: empty.map(\.probability), as: .percent)
    page.measure("weight", Self.calm, as: .number(digits: 0))
    page.measure("probability", values: robust.means(\.probability), as: .percent)
    page.measure("judge", values: robust.means(\.judge), as: .percent)
    page.measure("detail", values: robust.means(\.detail), as: .factor)
    try page.figure("robust", grid(seedsOf: robust, on: page))
    return robust
  }
}

/// What descent changes.
enum Way: String, CaseIterable, StudyKey {
  case pixels, waves
}

/// How the network looks at a picture while it is drawn.
enum View: String, CaseIterable, StudyKey {
  case straight, moved, scaled, turned, all

  var random: RandomView? {
    switch self {
    case .straight: nil
    case .moved: RandomView(scale: 1...1, rotation: 0)
    case .scaled: RandomView(jitter: 0, rotation: 0)
    case .turned: RandomView(jitter: 0, scale: 1...1)
    case .all: RandomView()
    }
  }
}
