import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells in which content and style are pulled apart.
final class StyleCells {
  private let network: Network
  private lazy var scenes = StyledScenes(seenBy: network)

  init() throws { network = try Catalogue.network("mini-vgg") }

  /// All of them, in the lesson's order.
  var all: [Cell] {
    [
      Cell("style-directions", keys: DirectionCount.allCases, directions),
      Cell("exchange", exchange),
    ]
  }

  // cell: style-directions
  func directions(_ page: Page) throws {
    let study = page.study(
      DirectionCount.allCases,
      preparing: { seed in
        let (learning, asking) = StyledScenes.parts(seed: seed)
        return (scenes.examples(of: learning), scenes.examples(of: asking))
      }
    ) { count, examples in Leaks(count.rawValue, learning: examples.0, asking: examples.1) }

    page.measure("scenes", StyledScenes.count)
    page.measure("learning", StyledScenes.learningCount)
    page.measure("style-guess", 1 / Float(StyledScenes.styles.count), as: .percent)
    page.measure("animal-guess", 1 / Float(StyledScenes.animals.count), as: .percent)
    page.report("style", of: study, as: .percent, \.styleInContent)
    page.report("neighbours", of: study, as: .percent, \.styleByNeighbours)
    page.report("animal", of: study, as: .percent, \.animalInStyle)
    page.report("across", of: study, as: .percent, \.acrossStyles)
    page.report("found", of: study, as: .percent, \.found)
    page.claim("purged", study.gain(of: .none, over: .two, \.styleInContent), .atLeast(0.2), as: .percent)
    page.claim("still-leaks", study[.two].map { $0.styleByNeighbours - 1 / 3 }, .moreThan(0), as: .percent)
    page.claim("across-styles", study.gain(of: .two, over: .none, \.acrossStyles), .moreThan(0), as: .percent)
    page.claim("exchanged", study.gain(of: .two, over: .none, \.found), .atLeast(0.2), as: .percent)
    page.claim("too-many", study.gain(of: .sixteen, over: .two, \.animalInStyle), .atLeast(0.2), as: .percent)
    try page.figure(
      "leaks",
      study.bars(
        Axis(
          page.term("share-right"), range: 0...1.14, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: .percent(decimals: 0)),
        [
          ("style-in-content", \.styleInContent), ("style-by-neighbours", \.styleByNeighbours),
          ("animal-in-style", \.animalInStyle), ("animal-across", \.acrossStyles),
        ], format: .percent(decimals: 0)
      ).withinShares)
  }

  // cell: exchange
  func exchange(_ page: Page) throws {
    let (learning, asking) = StyledScenes.parts(seed: page.seed)
    let asked = scenes.examples(of: asking)
    let swap = Exchange(
      of: asked, by: StyleDirections(in: scenes.examples(of: learning), count: DirectionCount.two.rawValue))
    func cell(_ row: Int, frame: PictureGrid.Frame = .thin) -> PictureGrid.Cell? {
      let count = asking.count
      return PictureGrid.Cell(scenes.picture(asking[row % count], style: row / count).withChannels(3), frame: frame)
    }
    // One exchange for each pair of styles, each with other scenes.
    let shown = swap.all.indices.filter { $0 % asking.count == ($0 / asking.count) * 9 + 2 }
    let finds = shown.map { swap.all[$0] }
    page.measure("shown", finds.count)
    page.measure("right", finds.count { $0.isRight })
    try page.figure(
      "exchange",
      PictureGrid(
        rowHeadings: ["content-of", "style-of", "found-picture"].map { page.term($0) },
        rows: [
          finds.map { cell($0.content) }, finds.map { cell($0.style) },
          finds.map { cell($0.found, frame: $0.isRight ? .good : .bad) },
        ], factor: 2))
  }
}

/// How many directions are taken for the style.
enum DirectionCount: Int, CaseIterable, StudyKey {
  case none = 0
  case one = 1
  case two = 2
  case four = 4
  case sixteen = 16

  func label(_ term: Terms) -> String { term("direction-count", ["count": name]) }
}
