import Autograd
import Datasets
import NeuralNetworks
import TransferLearning

/// The source of the lesson: photos of six animals, and a small network that has learnt them and nothing else.
///
/// The network sees its photos as they are and mirrored. The course's other networks also saw them with other colours and with
/// noise, and lose less in a style that they do not know.
final class SourceWorld {
  /// The side of a picture.
  static let size = 32
  /// How many photos the network learns, and how many of them go into an adaptation.
  static let count = 500, adaptingCount = 160

  private var networks: [UInt64: [String: Tensor]] = [:]
  private var targets: [TargetStyle: [UInt64: StyleTarget]] = [:]
  private var sets: [UInt64: (training: TrainingSet, validation: ValidationSet)] = [:]

  /// The six animals, all as common, or each as often as its share says.
  static func task(shares: [Int]? = nil) -> ClassificationTask {
    let animals: [Datasets.Category] = [.zebra, .elephant, .owl, .fish, .butterfly, .frog]
    return ClassificationTask(
      id: "six-animals", classes: animals.enumerated().map { .init($1, share: shares?[$0] ?? 1) })
  }

  /// Photos to learn from, and others to choose by.
  func photos(seed: UInt64) -> (training: TrainingSet, validation: ValidationSet) {
    if let known = sets[seed] { return known }
    let world = Menagerie(Self.task(), seed: seed)
    let made = (
      world.trainingSet(count: Self.count, size: Self.size), world.validationSet(count: 100, size: Self.size)
    )
    sets[seed] = made
    return made
  }

  /// Pictures of a target for a seed, painted once, whichever cell asks for them.
  func target(_ style: TargetStyle, seed: UInt64) -> StyleTarget {
    if let known = targets[style]?[seed] { return known }
    let target = StyleTarget(style, seed: seed)
    targets[style, default: [:]][seed] = target
    return target
  }

  /// Six convolutions with batch norms, and a head; random weights.
  static func untrained(seed: UInt64) -> DividedNetwork {
    var random = RandomSource(seed: seed)
    var (layers, channels): ([any Layer], Int) = ([], 3)
    for (stage, width) in [12, 24, 32, 48].enumerated() {
      for _ in 0..<(stage < 2 ? 1 : 2) {
        layers.append(Convolution2D(channels, width, kernel: 3, padding: 1, bias: false, random: &random))
        layers += [BatchNorm2D(width), ReLU()]
        channels = width
      }
      if stage < 3 { layers.append(MaxPool2D(kernel: 2)) }
    }
    return DividedNetwork(
      features: Sequential(numbered: layers + [GlobalAveragePool()]),
      head: Linear(channels, task().classes.count, random: &random))
  }

  /// A network that has learnt the photos of a seed, a copy of its own at each call.
  func network(seed: UInt64) throws -> DividedNetwork {
    let network = Self.untrained(seed: seed)
    if let known = networks[seed] {
      try network.load(known)
      return network
    }
    let photos = photos(seed: seed)
    try AdaptationPlan.source.run(
      network, source: photos.training.augmented(by: Mirror()), target: UnlabelledSet(photos.training), seed: seed)
    networks[seed] = network.stateTensors
    return network
  }
}
