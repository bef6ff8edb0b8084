import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a small network has learnt before it comes to the dogs.
enum Origin: String, CaseIterable, StudyKey {
  /// Nothing: random weights.
  case untrained
  /// Which crops are of one picture.
  case crops
  /// Which pictures are of one animal.
  case sightings
  /// The names of the animals.
  case supervised
}

/// Animals of all kinds, and one kind of them, dogs by their breeds; and small networks that come from the one to the other.
final class Kennel {
  static let size = 32
  /// How many animals there are to learn from beforehand, and how many dogs to score by.
  static let count = 240, testCount = 240
  /// All animals of the source world, by their kinds.
  static let animals = ClassificationTask(
    id: "animals",
    classes: ClassificationTask.menagerie.classes.filter { ![.flower, .mug, .car].contains($0.category) })
  /// Six breeds of dogs, none of them shown beforehand.
  static let dogs = ClassificationTask(id: "dogs", classes: Array(ClassificationTask.pets.classes.suffix(6)))
  /// Rate and temperature were chosen on the seed 101; each picture is seen as often as by names.
  static let contrastive = ContrastivePretraining(epochs: 6, batchSize: 32, learningRate: 0.005, temperature: 0.5)
  static let namedEpochs = 3

  private var known: [UInt64: Sightings] = [:]

  /// Animals that were seen several times, painted once for each seed.
  func sightings(seed: UInt64) -> Sightings {
    if let found = known[seed] { return found }
    let made = Sightings(of: Self.animals, count: Self.count, size: Self.size, seed: seed)
    known[seed] = made
    return made
  }

  /// So many labelled dogs of each breed.
  func dogs(_ count: Int, seed: UInt64) -> TrainingSet {
    Menagerie(Self.dogs, seed: seed).trainingSet(count: count * Self.dogs.classes.count, size: Self.size)
  }

  /// Dogs that nothing is learnt from.
  private(set) lazy var test = Menagerie(Self.dogs).testSet(count: Self.testCount, size: Self.size)

  /// A small network that has learnt the animals of a seed in one way, frozen.
  func network(_ origin: Origin, seed: UInt64) throws -> OriginalNetwork {
    let sightings = sightings(seed: seed)
    var random = RandomSource(seed: seed)
    let network = Network(
      .nanoVGG, classes: Self.animals.classNames.map(\.english), inputSize: Self.size, random: &random)
    var epochs: [TrainingLoop.Epoch] = []
    switch origin {
    case .untrained: break
    case .crops: epochs = try Self.learn(network, count: sightings.count, seed) { sightings.crops(of: $0, random: &$1) }
    case .sightings:
      epochs = try Self.learn(network, count: sightings.count, seed) { sightings.pairs(of: $0, random: &$1) }
    case .supervised:
      epochs = try TrainingLoop(epochs: Self.namedEpochs, schedule: .oneCycle()).run(
        network, optimizer: Adam.withDecoupledDecay(network.parameters, learningRate: Self.contrastive.learningRate)
      ) { sightings.pictures.shuffledBatches(of: Self.contrastive.batchSize, seed: seed, epoch: $0) }
    }
    // The norms get the statistics of pictures as they are, in every way.
    DividedNetwork(network).adaptBatchNorms(to: UnlabelledSet(sightings.pictures))
    network.freeze()
    let base = FrozenBase(of: network)
    return OriginalNetwork(
      dogs: base.features(of: dogs(40, seed: seed)), test: base.features(of: test),
      found: epochs.last?.training.accuracy ?? 0)
  }

  /// Contrastive learning of what lies below the head.
  private static func learn(
    _ network: Network, count: Int, _ seed: UInt64, views: ([Int], inout RandomSource) -> (Tensor, Tensor)
  ) throws -> [TrainingLoop.Epoch] {
    var random = RandomSource(seed: seed, stream: 9)
    let width = network.linearHead?.weight.value.shape[1] ?? 1
    let projection = Sequential(numbered: [
      Linear(width, width, random: &random), ReLU(), Linear(width, 32, random: &random),
    ])
    return try contrastive.train(
      DividedNetwork(network).features, projection: projection, count: count, seed: seed, views: views)
  }
}

/// What a network with an origin makes of dogs.
struct OriginalNetwork {
  /// Of those that a head may learn from, and of those that it is scored on.
  let dogs: TrainingFeatures
  let test: TestFeatures
  /// The share of its training's last epoch that it had right: views that found each other, or animals that it named.
  let found: Float

  /// The accuracy of a linear head that has learnt from so many dogs of each breed.
  func accuracy(by shots: Int) -> Float { LinearProbe(on: dogs.perClass(shots), decay: 0.01).accuracy(on: test) }
}
