import Autograd
import Datasets
import Experiments
import Notebook
import Visualization

/// The cells that climb from texture to animals: waves, views, and a robust network.
extension IdealImageCells {
  /// A logit is asked for, and a picture is made of waves; the variation loss punishes edges, so that shading is smooth.
  var wavesOfLogit: IdealImage {
    var ideal = IdealImage(network, steps: steps, learningRate: 0.1, form: .squared)
    (ideal.objective, ideal.parameters) = (.logit, .fourier(.natural))
    return ideal
  }

  /// The weight that goes with it.
  static let calm: Float = 300

  // cell: waves
  func waves(_ page: Page) throws {
    straight = try draw(wavesOfLogit, weight: Self.calm, as: "waves", on: page)

    let moments = [8, 32, 128]
    var pixels = wavesOfLogit
    pixels.parameters = .pixels
    let casts = casts([page.seed])
    let ways = try [("pixels", pixels), ("waves", wavesOfLogit)].map { name, ideal in
      let seen = ideal.snapshots(
        after: moments, of: casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
        variationWeights: casts.map { _ in Self.calm })
      return try zip(moments, seen).map { moment, pictures in
        try easel.keep(pictures, of: casts, by: network, as: "\(name)-after-\(moment)", on: page)
      }
    }

    for (name, drawings) in zip(["pixels", "waves"], ways) {
      for (moment, drawings) in zip(moments, drawings) {
        page.measure("\(name).\(moment).judge", drawings.map(\.judge).mean, as: .percent)
        page.measure("\(name).\(moment).variation", drawings.map(\.variation).mean, as: .factor)
      }
    }
    page.measure("judge", values: straight.perSeed(\.judge), as: .percent)
    try IdealImageFigures(page: page).waves(moments, ways, subjects)
  }

  // cell: views
  func views(_ page: Page) throws {
    let still: ClosedRange<Float> = 1...1
    let views: [(name: String, view: RandomView?)] = [
      ("straight", nil), ("moved", RandomView(jitter: 4, scale: still, rotation: 0)),
      ("scaled", RandomView(jitter: 0, rotation: 0)), ("turned", RandomView(jitter: 0, scale: still)),
      ("all", RandomView()),
    ]
    let drawn = try page.progress(Phrase(en: "Views", id: "Pandangan"), over: views).map { name, view in
      var ideal = wavesOfLogit
      ideal.view = view
      let casts = casts([page.seed])
      let pictures = ideal.draw(
        casts.map(\.subject.label), from: Tensor.concatenated(casts.map { greyNoise($0.seed) }),
        variationWeights: casts.map { _ in Self.calm })
      return try easel.keep(pictures, of: casts, by: network, as: "view-\(name)", on: page)
    }
    var ideal = wavesOfLogit
    ideal.view = RandomView()
    moving = try draw(ideal, weight: Self.calm, as: "views", on: page)

    for (name, drawings) in [("without", without), ("straight", straight), ("moving", moving)] {
      let pictures = Tensor(drawings.map(\.picture))
      let survival = network.survival(of: pictures, labels: drawings.map(\.subject.label))
      let perSeed = page.seeds.map { seed in zip(drawings, survival).filter { $0.0.seed == seed }.map(\.1).mean }
      page.measure("\(name).survival", values: perSeed, as: .percent)
    }
    try IdealImageFigures(page: page).views(subjects.indices.map { row in drawn.map { $0[row] } })
  }

  // cell: robust
  func robust(_ page: Page) throws {
    var ideal = wavesOfLogit.with(twin)
    ideal.view = RandomView()
    twins = try draw(ideal, weight: Self.calm, as: "robust", on: page)

    let zebras = page.seeds.map { IdealTarget(subject: subjects[2], seed: $0) }
    let dear = ideal.draw(
      zebras.map(\.subject.label), from: Tensor.concatenated(page.seeds.map(greyNoise)),
      variationWeights: zebras.map { _ in 1000 })
    let empty = try easel.keep(dear, of: zebras, by: twin, as: "dear", on: page)

    page.measure("dear", values: empty.map(\.probability), as: .percent)
    page.measure("weight", Self.calm, as: .number(digits: 0))
    page.measure("probability", values: twins.perSeed(\.probability), as: .percent)
    page.measure("judge", values: twins.perSeed(\.judge), as: .percent)
    page.measure("detail", values: twins.perSeed(\.detail), as: .factor)
    try IdealImageFigures(page: page).robust(subjects.map { twins.of($0) })
  }
}
