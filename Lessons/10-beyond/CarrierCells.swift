import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The cells in which a generator carries pictures by night into the day.
final class CarrierCells {
  private var nights: [UInt64: Night] = [:]

  /// All of them, in the lesson's order.
  var all: [Cell] { [Cell("carrier", keys: CarriedBy.allCases, carrier)] }

  // cell: carrier
  func carrier(_ page: Page) throws {
    let study = try page.study(CarriedBy.allCases, preparing: { try night(seed: $0) }) { way, night in
      let features = try night.source.features(night.carried(way), .inference)
      return (
        accuracy: accuracy(night.source.head(features, .inference), night.test.labels),
        distance: maximumMeanDiscrepancy(source: night.photoFeatures, target: features, bandwidth: .median).item
      )
    }

    page.report("accuracy", of: study, as: .percent, \.accuracy)
    page.report("mmd", of: study, as: .number, \.distance)
    page.measure("photos", values: try page.seeds.map { try night(seed: $0).photoAccuracy }, as: .percent)
    page.claim("carried", study.gain(of: .generator, over: .asIs, \.accuracy), .atLeast(0.1), as: .percent)
    page.claim("nearer", study.gain(of: .asIs, over: .generator, \.distance), .moreThan(0))
    page.claim("beyond-moments", study.gain(of: .generator, over: .moments, \.accuracy), .moreThan(0), as: .percent)
    page.claim("content-counts", study.gain(of: .generator, over: .free, \.accuracy), .moreThan(0), as: .percent)
    try page.figure("carrier", study.shareBars(page.term("test-accuracy"), \.accuracy))
    try page.figure("carried", try pictures(page))
  }

  /// The same scenes carried in every way, and by day.
  private func pictures(_ page: Page) throws -> PictureGrid {
    let night = try night(seed: page.seed)
    let day = Menagerie(Night.task, seed: page.seed &+ 1_000).testSet(count: 8, size: Night.size)
    let rows = try CarriedBy.allCases.map { Array(try night.carried($0).slice(0..<8, along: 0).pictures) }
    return PictureGrid(
      rowHeadings: CarriedBy.allCases.map { $0.label(page.term) } + [page.term("by-day")],
      rows: (rows + [(0..<8).map { day[$0] }]).map { row in row.map { PictureGrid.Cell($0) } }, factor: 2)
  }

  private func night(seed: UInt64) throws -> Night {
    if let known = nights[seed] { return known }
    let night = try Night(seed: seed)
    nights[seed] = night
    return night
  }
}

/// How pictures by night are brought to the day.
enum CarriedBy: String, CaseIterable, StudyKey {
  case asIs = "as-is"
  /// The mean and the spread of each colour.
  case moments
  /// A generator against a discriminator, whose pictures must keep their content.
  case generator
  /// The same without that condition.
  case free
}

/// Photos, a network that has learnt them, and pictures by night of other scenes.
final class Night {
  static let size = 32
  static let task = ClassificationTask(
    id: "six-animals", classes: [.zebra, .elephant, .owl, .fish, .butterfly, .frog].map { .init($0) })
  /// Chosen on the seeds 101 to 103.
  static let epochs = 3, content: Float = 1

  let source: DividedNetwork
  let photoFeatures: Tensor
  let photoAccuracy: Float
  let test: TestSet
  private let photos, pictures: TrainingSet
  private let seed: UInt64
  private var found: [CarriedBy: Tensor] = [:]

  /// Paints the pictures of a seed and lets a small network learn the photos.
  init(seed: UInt64) throws {
    self.seed = seed
    let day = Menagerie(Self.task, seed: seed), night = Menagerie(Self.task, style: .night, seed: seed &+ 1_000)
    photos = day.trainingSet(count: 300, size: Self.size)
    pictures = night.trainingSet(count: 200, size: Self.size)
    test = night.testSet(count: 180, size: Self.size)

    var random = RandomSource(seed: seed)
    let network = Network(
      .nanoVGG, classes: Self.task.classNames.map(\.english), inputSize: Self.size, random: &random)
    source = DividedNetwork(network)
    let varied = photos.augmented(by: Mirror())
    try TrainingLoop(epochs: 10, schedule: .oneCycle()).run(
      source, optimizer: Adam.withDecoupledDecay(source.parameters, learningRate: 0.006)
    ) { varied.shuffledBatches(of: 25, seed: seed, epoch: $0) }
    source.freeze()
    let photoTest = day.testSet(count: 180, size: Self.size)
    photoFeatures = source.features(photoTest.inputs, .inference)
    photoAccuracy = accuracy(source.head(photoFeatures, .inference), photoTest.labels)
  }

  /// The test pictures, carried in a way, each value in [0, 1].
  func carried(_ way: CarriedBy) throws -> Tensor {
    if let known = found[way] { return known }
    let moments = StyleMoments(from: pictures, to: photos)
    let carried: Tensor
    switch way {
    case .asIs: carried = test.inputs
    case .moments: carried = moments(test.inputs)
    case .generator, .free:
      let carrier = PictureCarrier(moments: moments, seed: seed)
      try carrier.train(
        from: pictures, to: photos, content: way == .generator ? Self.content : 0, epochs: Self.epochs, seed: seed)
      carried = carrier.carried(test.inputs)
    }
    found[way] = carried
    return carried
  }
}
