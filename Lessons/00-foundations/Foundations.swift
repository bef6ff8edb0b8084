import Autograd
import Charts
import Datasets
import Experiments
import Foundation
import Imaging
import NeuralNetworks
import Notebook
import TransferLearning

extension CourseLesson {
  /// What every later lesson takes for granted: from the numbers in a picture to a network that has learnt from nothing.
  public static let foundations = CourseLesson { _ in
    let cells = FoundationsCells()
    let numbers = ResultCell("numbers", finding: cells.numbers)
    let convolution = ResultCell("convolution", needing: numbers, finding: cells.convolution)
    let learnt = ResultCell("from-nothing", finding: cells.fromNothing)
    return [
      numbers, Cell("linear", cells.linear), Cell("softmax", keys: Animal.allCases, cells.softmax),
      Cell("backward", cells.backward),
      Cell("descent", keys: Walk.allCases, cells.descent), convolution,
      Cell("pooling", needing: convolution, do: cells.pooling), Cell("batch-norm", cells.batchNorm),
      Cell("batches", keys: [1, 4, 16, 64, 256], cells.batches), learnt,
      Cell("overfitting", needing: learnt, do: cells.overfitting),
    ]
  }
}

/// The cells of the lesson.
struct FoundationsCells {
  // cell: numbers
  func numbers(_ page: Page) throws -> NumberTable {
    let picture = try page.picture("zebra", Menagerie().picture(of: "zebra", size: 64))
    let square = NumberTable(of: picture.cropped(x: 38, y: 34, width: 8, height: 8))

    page.measure("side", picture.width)
    page.measure("values", picture.pixels.count)
    page.measure("darkest", square.smallest, as: .number(digits: 1))
    page.measure("brightest", square.largest, as: .number(digits: 1))
    try page.figure(
      "channels",
      PictureGrid(
        columnHeadings: ["the-picture", "red", "green", "blue"].map { page.term($0) },
        rows: [[picture] + picture.channelPictures].map { $0.map { PictureGrid.Cell($0) } }, factor: 3))
    try page.figure("numbers", NumberTables([square.headed(page.term("brightness"))]))
    return square
  }

  // cell: linear
  func linear(_ page: Page) throws {
    let world = ClassificationTask(id: "two", classes: [.init(.butterfly), .init(.flower)])
    let classifiers = page.seeds.map { seed in
      let training = Menagerie(world, seed: seed).trainingSet(count: 200, size: 32)
      return LogisticRegression(penalty: 0.01).fitted(to: training.contrastAndColour, training.labels)
    }
    let test = Menagerie(world).testSet(count: 400, size: 32)
    let points = test.contrastAndColour
    let accuracies = classifiers.map { accuracy($0.logits(points), test.labels) }
    let boundary = Boundary(classifiers[0])

    page.measure("pictures", test.count)
    page.measure("first-weight", boundary.weights[0], as: .number(digits: 1))
    page.measure("second-weight", boundary.weights[1], as: .number(digits: 1))
    page.measure("bias", boundary.bias, as: .number(digits: 1))
    page.claim("linear", accuracies, .atLeast(0.65), as: .percent)
    try page.figure("linear", boundary.chart(points, test.labels, test.classNames, on: page))
  }

  // cell: softmax
  func softmax(_ page: Page) throws {
    let logits = Tensor([2, 1, -1])
    let probabilities = logits.softmax().values
    let shifts = page.seeds.map { seed -> Float in
      var random = RandomSource(seed: seed)
      let some = Tensor.normal(shape: [8], standardDeviation: 2, random: &random)
      return ((some + 5).softmax() - some.softmax()).abs().values.max() ?? 0
    }

    for (animal, probability) in zip(Animal.allCases, probabilities) {
      page.measure("\(animal.name).p", probability, as: .percent)
      page.measure("\(animal.name).loss", -log(probability), as: .number)
    }
    page.measure("guess-3", log(Float(3)), as: .number)
    page.measure("guess-10", log(Float(10)), as: .number)
    page.claim("shift", ofEach: shifts, .atMost(1e-5), as: .number(digits: 6))
    try page.figure("softmax", page.bars(of: ["z", "z + 5", "2 z"], [logits, logits + 5, logits * 2]))
    try page.figure("cross-entropy", page.crossEntropyCurve(marking: probabilities))
  }
}
