import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What of a pre-trained network learns.
enum AdapterWay: String, CaseIterable, StudyKey {
  /// The head alone, as all others do first.
  case head
  /// The scales and shifts of the batch norms, too.
  case norms
  /// Updates of rank 8 beside the convolutions; the norms stay as they are.
  case updates
  /// Such updates, and the norms.
  case both
  /// All layers above the cut.
  case full

  /// The rank of the updates.
  static let rank = 8

  /// Whether updates of low rank are learnt, and whether batch norms are.
  var hasUpdates: Bool { self == .updates || self == .both }
  var learnsNorms: Bool { self == .norms || self == .both }

  /// The largest step size; chosen on the seed 101.
  var rate: Float { self == .full ? 0.003 : 0.015 }
}

/// A new task for a network whose lower layers are never to change, so that what they make of its pictures is kept.
struct AdapterTask {
  static let task = ClassificationTask.digits
  /// Pictures of each class to learn from, and how often each is seen.
  static let perClass = 10, epochs = 4
  static let testCount = 150

  private let source: Network
  /// What the layers below the cut make of pictures, and what those below the head make of them before they learn.
  private let pictures, atHead: TrainingFeatures
  private let test: TestFeatures
  let seed: UInt64

  init(for source: Network, seed: UInt64) {
    let world = Menagerie(Self.task, seed: seed)
    let (base, top) = Self.network(from: source, seed: seed).cut
    let divided = DividedNetwork(top)
    self.source = source
    self.seed = seed
    let learnt = base.features(
      of: world.trainingSet(count: Self.perClass * Self.task.classes.count, size: source.inputSize))
    pictures = learnt
    atHead = FeatureSet(
      features: divided.whileFrozen { divided.features(learnt.features, .inference) }, labels: learnt.labels)
    test = base.features(of: world.testSet(count: Self.testCount, size: source.inputSize))
  }

  /// The source with a new head; only its last two convolutions and the head are above the cut.
  private static func network(from source: Network, seed: UInt64) -> Network {
    var random = RandomSource(seed: seed)
    let network = source.withNewHead(classes: task.classNames.map(\.english), random: &random)
    network.freeze(first: network.layerGroups.count - 3)
    return network
  }

  /// The layers above the cut after they have learnt the task in one way.
  func learnt(_ way: AdapterWay) throws -> AdaptedTop {
    var random = RandomSource(seed: seed, stream: 1)
    let network = Self.network(from: source, seed: seed)
    try network.fitHead(toFeatures: atHead)
    let top = network.cut.top
    top.freeze(first: way == .full ? 0 : top.layerGroups.count - 1)
    let adapted = way.hasUpdates ? LowRankNetwork(top, rank: AdapterWay.rank, random: &random) : nil
    if way.learnsNorms { top.descendants.compactMap { $0.layer as? BatchNorm2D }.forEach { $0.unfreeze() } }
    let frozen = top.parameters.filter { !$0.isTrainable }
    let before = frozen.map(\.value.values)
    let layers: any Layer = adapted ?? top
    let learning = layers.parameters.filter(\.isTrainable)
    if way != .head { try train(layers, learning, way) }
    return AdaptedTop(
      top: top, adapted: adapted, learnt: learning.map(\.value.count).reduce(0, +),
      accuracy: layers.score(on: test).accuracy, frozen: frozen.map(\.value.count).reduce(0, +),
      changed: zip(before, frozen.map(\.value.values)).map { zip($0, $1).count { $0 != $1 } }.reduce(0, +))
  }

  private func train(_ layers: some Layer, _ learning: [Parameter], _ way: AdapterWay) throws {
    try TrainingLoop(epochs: Self.epochs, schedule: .oneCycle()).run(
      layers, optimizer: Adam.withDecoupledDecay(learning, learningRate: way.rate)
    ) { pictures.shuffledBatches(of: 10, seed: seed, epoch: $0) }
  }

  /// The largest difference of a logit of test pictures between adapted layers and the plain ones after merging.
  func difference(afterMerging layers: AdaptedTop) -> Float {
    guard let adapted = layers.adapted else { return 0 }
    let before = adapted.logits(of: test).values
    adapted.merge()
    return zip(before, layers.top.logits(of: test).values).map { abs($0 - $1) }.max() ?? 0
  }
}

/// Layers that have learnt a task.
struct AdaptedTop {
  let top: Sequential
  /// The same with adapters, where there are some.
  let adapted: LowRankNetwork?
  /// How many values were learnt.
  let learnt: Int
  let accuracy: Float
  /// How many values stayed frozen, and how many of them have changed all the same.
  let frozen, changed: Int
}
