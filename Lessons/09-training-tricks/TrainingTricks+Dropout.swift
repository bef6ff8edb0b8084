import Autograd
import Charts
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Notebook

extension TrainingTricksCells {
  // cell: dropout
  func dropout(_ page: Page) throws {
    let study = try page.study(DropoutShare.all, preparing: { ($0, FlowerRows(DroppedScore.count, seed: $0)) }) {
      share, known in
      try DroppedScore(share.value, learning: known.1, seed: known.0)
    }
    let half = DropoutShare(0.5), none = DropoutShare(0)

    page.measure("flowers", DroppedScore.count)
    page.report("training", of: study, as: .percent, \.training)
    page.report("test", of: study, as: .percent, \.test)
    page.report("left-on", of: study, as: .percent, \.leftOn)
    page.report("loss", of: study, as: .number, \.loss)
    page.claim("calmer", study.gain(of: none, over: half, \.loss), .moreThan(0), as: .number)
    page.claim("too-much", study.gain(of: none, over: DropoutShare(0.8), \.training), .moreThan(0), as: .percent)
    page.claim("left-on", study[half].map { $0.test - $0.leftOn }, .moreThan(0), as: .percent)
    try page.figure(
      "dropout",
      study.shareBars(
        page.term("accuracy"), [("training-accuracy", \.training), ("test-accuracy", \.test), ("left-on", \.leftOn)]))
  }

  // cell: optimisers
  func optimisers(_ page: Page) throws {
    let steps = 60
    let study = page.study(Descent.allCases) { descent, seed in Valley(seed: seed).path(descent, steps: steps) }

    page.measure("steps", steps)
    page.report(of: study, as: .number(digits: 4)) { $0.heights[steps] }
    page.claim(
      "momentum", study.gain(of: .plain, over: .momentum) { log10($0.heights[steps]) }, .moreThan(0), as: .number)
    page.claim("adam", study.gain(of: .plain, over: .adam) { log10($0.heights[steps]) }, .moreThan(0), as: .number)
    try page.figure("valley", Valley.chart(of: study, page))
    try page.figure(
      "descents",
      study.curves(x: Axis(page.term("step")), y: Axis(page.term("log-height"))) {
        $0.heights.map { log10($0) }
      })
  }
}
