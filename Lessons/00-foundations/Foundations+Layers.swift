import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import NeuralNetworks
import Notebook

/// The cells on what the layers of a network compute.
extension FoundationsCells {
  // cell: convolution
  func convolution(_ page: Page, _ square: NumberTable) throws -> NumberTable {
    let filter = NumberTable([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    let weight = filter.tensor.reshaped([1, 1, 3, 3])
    let answers = NumberTable(square.tensor.convolved(weight: weight))
    let distances = page.seeds.map { seed -> Float in
      var random = RandomSource(seed: seed)
      let (row, column) = (random.below(6), random.below(6))
      let window = square.window(row..<(row + 3), column..<(column + 3))
      let byHand = zip(window, filter.rows.joined()).map { $0 * $1 }.reduce(0, +)
      return abs(byHand - answers.rows[row][column])
    }

    page.measure("answer", answers.rows[1][2], as: .number(digits: 1))
    page.claim("by-hand", ofEach: distances, .atMost(1e-5), as: .number(digits: 7))
    try page.figure(
      "convolution",
      NumberTables([
        square.headed(page.term("pixels"), marked: (1..<4, 2..<5)), filter.headed(page.term("filter")),
        answers.headed(page.term("answers"), marked: (1..<2, 2..<3)),
      ]))
    try page.figure("filters", page.filtered(Menagerie().picture(of: "zebra", size: 64)))
    return answers
  }

  // cell: pooling
  func pooling(_ page: Page, _ answers: NumberTable) throws {
    let rectified = answers.tensor.relu()
    let pooled = rectified.maxPooled(kernel: 2)
    let layers = page.seeds.map { TwoLayers(seed: $0) }

    page.measure("before", answers.rows.joined().count)
    page.measure("after", pooled.count)
    page.claim("one-layer", ofEach: layers.map(\.distanceWithout), .atMost(1e-4), as: .number(digits: 6))
    page.claim("relu-bends", layers.map(\.distanceWith), .moreThan(0.1), as: .percent)
    try page.figure(
      "pooling",
      NumberTables([
        answers.headed(page.term("answers"), marked: (0..<2, 4..<6)),
        NumberTable(rectified).headed("ReLU", marked: (0..<2, 4..<6)),
        NumberTable(pooled).headed(page.term("pooled"), marked: (0..<1, 2..<3)),
      ]))
  }

  // cell: batch-norm
  func batchNorm(_ page: Page) throws {
    let maps = page.seeds.map { seed -> (before: Tensor, after: Tensor) in
      var random = RandomSource(seed: seed)
      let digits = Menagerie(.digits, seed: seed).trainingSet(count: 64, size: 24).inputs
      let before = Convolution2D(3, 3, kernel: 3, padding: 1, bias: false, random: &random)(digits)
      return (before, BatchNorm2D(3)(before, .training))
    }
    let moments = maps.map { $0.after.channelMoments() }
    let deviations = moments.flatMap { moment in
      moment.mean.values.map { abs($0) } + moment.variance.values.map { abs($0 - 1) }
    }
    let first = maps[0].before.channelMoments()

    page.measure("values", 64 * 24 * 24)
    page.measure("means", (first.mean.values.min() ?? 0)...(first.mean.values.max() ?? 0), as: .number)
    page.claim("normalised", ofEach: deviations, .atMost(0.01), as: .number(digits: 4))
    try page.figure("batch-norm", page.histograms(maps[0].before.channels, maps[0].after.channels))
  }
}

/// Two linear layers one upon the other, and what one layer in their place would give.
struct TwoLayers {
  /// How far W₂ (W₁ x) is from (W₂ W₁) x at most.
  let distanceWithout: Float
  /// How far W₂ ReLU(W₁ x) is from it, as a share of its length.
  let distanceWith: Float

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let inputs = Tensor.normal(shape: [16, 6], random: &random)
    let first = Tensor.normal(shape: [6, 6], standardDeviation: 0.5, random: &random)
    let second = Tensor.normal(shape: [6, 6], standardDeviation: 0.5, random: &random)
    let one = inputs.matrixProduct(first.matrixProduct(second))
    let two = inputs.matrixProduct(first).matrixProduct(second)
    let bent = inputs.matrixProduct(first).relu().matrixProduct(second)
    distanceWithout = (one - two).abs().values.max() ?? 0
    distanceWith = ((one - bent).square().sum().item / one.square().sum().item).squareRoot()
  }
}

extension Tensor {
  /// The values of each channel of pictures `[N, H, W, C]`.
  fileprivate var channels: [[Float]] {
    let (values, count) = (values, shape[3])
    return (0..<count).map { channel in stride(from: channel, to: values.count, by: count).map { values[$0] } }
  }
}

extension Page {
  /// A picture and what three filters make of it: a mean, and edges that run up and across.
  fileprivate func filtered(_ picture: Image) -> PictureGrid {
    let grey = picture.withChannels(1)
    let filters: [(name: String, weights: [Float], zero: Float)] = [
      ("filter-mean", [Float](repeating: 1 / 9, count: 9), 0),
      ("filter-upright", [-0.25, 0, 0.25, -0.5, 0, 0.5, -0.25, 0, 0.25], 0.5),
      ("filter-level", [-0.25, -0.5, -0.25, 0, 0, 0, 0.25, 0.5, 0.25], 0.5),
    ]
    let answers = filters.map { _, weights, zero in
      (Tensor([grey]).convolved(weight: Tensor(weights, shape: [1, 1, 3, 3])) + zero).pictures[0]
    }
    return PictureGrid(
      columnHeadings: ["brightness"].map { term($0) } + filters.map { term($0.name) },
      rows: [([grey] + answers).map { PictureGrid.Cell($0) }], factor: 3)
  }
}
