import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// How the weights of a layer are drawn before the first step.
enum WeightStart: String, CaseIterable, StudyKey {
  /// Half of He's spread.
  case small = "half-he"
  case xavier, he
  /// Twice He's spread.
  case large = "twice-he"

  /// Weights `[out, in, …]`.
  func weights(_ shape: [Int], _ random: inout RandomSource) -> Tensor {
    switch self {
    case .small: .heNormal(shape: shape, random: &random) * 0.5
    case .xavier: .xavierUniform(shape: shape, random: &random)
    case .he: .heNormal(shape: shape, random: &random)
    case .large: .heNormal(shape: shape, random: &random) * 2
    }
  }
}

/// A network of ten narrow layers for flowers: so deep that it shows what each layer does to a signal.
struct DeepStack {
  /// How many layers there are below the head, and how many values each gives.
  static let depth = 10, width = 32

  let layers: Sequential

  /// Linear layers, each with or without a batch norm behind it, and ReLU; the head knows nothing.
  init(_ start: WeightStart, normed: Bool = false, seed: UInt64) {
    var random = RandomSource(seed: seed)
    var (layers, inputs): ([(name: String, layer: any Layer)], Int) = ([], FlowerRows.width)
    for number in 1...Self.depth {
      let linear = Linear(inputs, Self.width, random: &random)
      linear.weight.set(start.weights([Self.width, inputs], &random))
      layers.append(("linear\(number)", linear))
      if normed { layers.append(("norm\(number)", BatchNorm2D(Self.width))) }
      layers.append(("relu\(number)", ReLU()))
      inputs = Self.width
    }
    self.layers = Sequential(layers + [("head", Linear(inputs, 5, random: &random))])
  }

  /// The spread of what each layer gives, √ mean a², from the first to the last.
  func spreads(_ rows: Tensor) -> [Float] {
    let names = (1...Self.depth).map { "relu\($0)" }
    let outputs = layers.outputs(of: names, for: rows, .training)
    return names.map { (outputs[$0]?.square().mean().item ?? 0).squareRoot() }
  }

  /// The spread of what the last layer gives over that of the first.
  func change(_ rows: Tensor) -> Float {
    let spreads = spreads(rows)
    return spreads[spreads.count - 1] / spreads[0]
  }

  /// Learns from flowers with SGD, and says which share of the test it gets right.
  func accuracy(
    after flowers: FlowerRows, rate: Float, epochs: Int = 8, seed: UInt64, clipping: Float? = nil,
    noting note: @escaping (Float) -> Void = { _ in }
  ) throws -> Float {
    let sgd = SGD(layers.parameters, learningRate: rate, momentum: 0.9)
    let optimizer = ClippedGradients(sgd, of: layers.parameters, longest: clipping ?? .infinity)
    try TrainingLoop(epochs: epochs).runWhileFinite(
      layers, optimizer: optimizer, observers: [StepObserver { _ in optimizer.norm.map(note) }]
    ) { flowers.training.shuffledBatches(of: 25, seed: seed, epoch: $0) }
    return layers.score(on: flowers.test).accuracy
  }
}

/// Flowers as rows of numbers, with mean 0 and spread 1 over all pixels of the training pictures.
struct FlowerRows {
  /// The side of a picture, and how many numbers a row has.
  static let size = 8, width = 8 * 8 * 3

  let training: FeatureSet<Learning>
  let test: FeatureSet<Scoring>

  /// So many flowers to learn from, and others to be scored on.
  init(_ count: Int, test testCount: Int = 200, seed: UInt64) {
    let world = Menagerie(.flowers, seed: seed)
    let (some, others) = (
      world.trainingSet(count: count, size: Self.size), world.testSet(count: testCount, size: Self.size)
    )
    let mean = some.inputs.mean().item
    let spread = (some.inputs - mean).square().mean().item.squareRoot()
    func rows<Role>(_ set: PictureSet<Role>) -> FeatureSet<Role> {
      FeatureSet(
        features: (set.inputs.reshaped([set.count, Self.width]) - mean) * (1 / spread), labels: set.labels)
    }
    (training, test) = (rows(some), rows(others))
  }
}

extension TrainingLoop {
  /// Trains; where a number is not finite any more it ends there, with the values after the last good epoch.
  func runWhileFinite<BatchSequence: Sequence>(
    _ network: some Layer, optimizer: some Optimizer, observers: [any TrainingObserver] = [],
    batches: (_ epoch: Int) throws -> BatchSequence
  ) throws where BatchSequence.Element == LabelledBatch {
    do {
      try run(network, optimizer: optimizer, observers: observers, batches: batches)
    } catch is TrainingDivergence {}
  }
}
