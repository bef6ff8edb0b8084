import Autograd
import Datasets
import Experiments
import NeuralNetworks
import Notebook
import Visualization

/// The cells about what descent changes and how the network looks.
extension IdealImageCells {
  // cell: waves
  func waves(
    _ page: Page, _ scorer: PictureScorer, _ weight: Float, _ squares: IdealStudy
  ) throws -> IdealStudy {
    let waves = try draw(way(to: .waves, weight, scorer), as: "waves", scorer, on: page)
    let targets = [IdealTarget](subjects, seeds: [page.seed])
    let moments = [8, 32, 96]
    let seen = Study(
      rows: try Way.allCases.flatMap { way in
        let ideal = self.way(to: way == .pixels ? .squares : .waves, weight, scorer)
        return try zip(moments, ideal.snapshots(after: moments, of: targets)).map { moment, pictures in
          let kept = try scorer.keep(pictures, of: targets, by: network, as: "\(way.name)-after-\(moment)")
          return (KeyPair(way, moment), page.study(subjects, seeds: [page.seed], found: kept))
        }
      })

    let variation = seen.rowMeans(\.variation)
    for moment in variation.keys { page.measure("\(moment.name).variation", variation.mean(of: moment), as: .factor) }
    page.measure("pixels.judge", values: squares.means(\.judge), as: .percent)
    page.measure("waves.judge", values: waves.means(\.judge), as: .percent)
    try page.figure("waves", grid(seen, factor: 2, on: page))
    return waves
  }

  // cell: views
  func views(
    _ page: Page, _ scorer: PictureScorer, _ without: IdealStudy, _ weight: Float, _ straight: IdealStudy
  ) throws -> IdealStudy {
    var ideal = way(to: .views, weight, scorer)
    let drawn = Study(
      rows: try View.allCases.map { view in
        ideal.view = view.view
        return (view, try draw(ideal, as: "view-\(view.name)", from: [page.seed], scorer, on: page))
      })
    let views = try draw(way(to: .views, weight, scorer), as: "views", scorer, on: page)

    page.measure("without.survival", values: survival(of: without, on: page), as: .percent)
    page.measure("straight.survival", values: survival(of: straight, on: page), as: .percent)
    page.measure("rolled.survival", values: survival(of: views, on: page), as: .percent)
    try page.figure("views", grid(drawn, on: page))
    return views
  }
}

/// What descent changes.
enum Way: String, CaseIterable, StudyKey {
  case pixels, waves
}

/// How the network looks at a picture while it is drawn.
enum View: String, CaseIterable, StudyKey {
  case straight, rolled, mirrored, both, turned

  var view: (any PictureView)? {
    switch self {
    case .straight: nil
    case .rolled: RollingView(mirrors: false)
    case .mirrored: RollingView(jitter: 0)
    case .both: RollingView()
    case .turned: RandomView()
    }
  }
}
