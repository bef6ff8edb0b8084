import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a network on the shelf has learnt; all of them are of one architecture.
enum ShelfSource: String, CaseIterable, StudyKey {
  /// The sixteen classes of the Menagerie, as photos.
  case world
  /// The same classes as sketches.
  case sketches
  case pets, flowers, leaves, digits
  /// The photos of `world`, with labels dealt out by lot.
  case shuffled
  /// Nothing: random weights.
  case untrained

  /// The pictures that it has learnt.
  func world(seed: UInt64) -> Menagerie {
    switch self {
    case .world, .shuffled, .untrained: Menagerie(seed: seed)
    case .sketches: Menagerie(style: .sketch, seed: seed)
    case .pets: Menagerie(.pets, seed: seed)
    case .flowers: Menagerie(.flowers, seed: seed)
    case .leaves: Menagerie(.leaves, seed: seed)
    case .digits: Menagerie(.digits, seed: seed)
    }
  }
}

/// The networks that there are to choose from: small ones of one architecture, each from another source.
final class Shelf {
  /// How many pictures the largest source has, `world`, and how many each of the others.
  static let largestCount = 2_000, count = 512
  /// The side of a picture.
  static let size = 32

  private var networks: [ShelfSource: Network] = [:]
  private var ownAccuracies: [ShelfSource: Float] = [:]

  /// A network of the shelf, trained when it is first asked for; whoever trains it further takes a copy.
  func network(_ source: ShelfSource, seed: UInt64) throws -> Network {
    if let known = networks[source] { return known }
    let world = source.world(seed: seed)
    let isLargest = source == .world
    let pictures = world.trainingSet(count: isLargest ? Self.largestCount : Self.count, size: Self.size)
    var random = RandomSource(seed: seed)
    let network = Network(.nanoVGG, classes: world.task.classNames.map(\.english), random: &random)
    let training = FineTuning(epochs: isLargest ? 8 : 6, learningRate: 0.05, batchSize: isLargest ? 32 : 16)
    switch source {
    case .untrained: break
    case .shuffled:
      let dealt = pictures.labels.shuffled(using: &random)
      try training.train(network, on: DealtLabels(pictures: pictures, labels: dealt), seed: seed)
    default: try training.train(network, on: pictures, seed: seed)
    }
    network.freeze()
    networks[source] = network
    return network
  }

  /// The share of new pictures of its own source that a network of the shelf classifies rightly.
  func ownAccuracy(of source: ShelfSource, seed: UInt64) throws -> Float {
    if let known = ownAccuracies[source] { return known }
    let own = source.world(seed: seed).validationSet(count: 200, size: Self.size)
    let accuracy = try network(source, seed: seed).score(on: own).accuracy
    ownAccuracies[source] = accuracy
    return accuracy
  }

  /// The proxy A-distance between new pictures of a source and those of a target, as the source's network sees them.
  func distance(of source: ShelfSource, from target: TargetPictures, seed: UInt64) throws -> Float {
    let base = FrozenBase(of: try network(source, seed: seed))
    let own = source.world(seed: seed).testSet(count: target.test.count, size: Self.size)
    var random = RandomSource(seed: target.seed)
    return DomainClassifier(
      source: base.features(of: own).features, target: base.features(of: target.test).features, random: &random
    ).distance
  }
}

/// Pictures with other labels than their own.
private struct DealtLabels: LabelledSet {
  let pictures: TrainingSet
  let labels: [Int]

  typealias Role = Learning

  func inputs(at indices: some Collection<Int>) -> Tensor { pictures.inputs(at: indices) }

  func subset(_ indices: some Sequence<Int>) -> DealtLabels {
    let indices = Array(indices)
    return DealtLabels(pictures: pictures.subset(indices), labels: indices.map { labels[$0] })
  }
}
