import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What tells new classes apart by a few pictures.
enum ShotWay: String, CaseIterable, StudyKey {
  /// The nearest mean of features.
  case prototypes
  /// The nearest picture by its features.
  case neighbour
  /// The nearest mean of pixels.
  case pixels

  /// The classifier, before it has learnt.
  var classifier: any FeatureClassifier {
    switch self {
    case .prototypes, .pixels: NearestClassCentre()
    case .neighbour: NearestNeighbours()
    }
  }

}

/// Pictures of classes that the network has never seen, out of which episodes are dealt.
final class EpisodePool {
  /// Pictures of each class, and how many of them are asked about in an episode.
  static let perClass = 20, queries = 10
  /// How many episodes are played for each seed.
  static let episodes = 100
  /// Farm animals, flowers and breeds of cats and dogs: none of them is a class of the source world.
  static let task = ClassificationTask(
    id: "new-classes", classes: [ClassificationTask.farm, .flowers, .pets].flatMap(\.classes))

  private let features, pixels: TestFeatures
  private let seed: UInt64

  init(for base: FrozenBase, size: Int, seed: UInt64) {
    let pictures = Menagerie(Self.task, seed: seed).testSet(count: Self.perClass * Self.task.classes.count, size: size)
    features = base.features(of: pictures)
    let small = FrozenBase(Sequential([("small", AdaptiveAveragePool2D(size: 8)), ("row", Flatten())]))
    pixels = small.features(of: pictures)
    self.seed = seed
  }

  /// The accuracy of each of some episodes: `ways` classes drawn by lot, `shots` pictures of each to learn from, and others of
  /// the same classes to be named.
  func accuracies(of way: ShotWay, ways: Int, shots: Int) -> [Float] {
    var random = RandomSource(seed: seed, stream: UInt64(100 * ways + shots))
    let source = way == .pixels ? pixels : features
    return (0..<Self.episodes).map { _ in
      let dealt = Self.deal(ways: ways, shots: shots, labels: source.labels, random: &random)
      let learnt = FeatureSet<Learning>(features: source.inputs(at: dealt.support.places), labels: dealt.support.labels)
      let asked = FeatureSet<Scoring>(features: source.inputs(at: dealt.query.places), labels: dealt.query.labels)
      return way.accuracy(learnt, asked)
    }
  }

  /// The places of an episode's pictures, and their labels within the episode.
  private typealias Hand = (places: [Int], labels: [Int])

  private static func deal(
    ways: Int, shots: Int, labels: [Int], random: inout RandomSource
  ) -> (support: Hand, query: Hand) {
    var (support, query): (Hand, Hand) = (([], []), ([], []))
    for (label, chosen) in random.permutation(task.classes.count).prefix(ways).enumerated() {
      let places = labels.indices.filter { labels[$0] == chosen }
      let order = random.permutation(places.count).map { places[$0] }
      support.places += order.prefix(shots)
      query.places += order.suffix(queries)
      support.labels += [Int](repeating: label, count: shots)
      query.labels += [Int](repeating: label, count: queries)
    }
    return (support, query)
  }
}

extension ShotWay {
  fileprivate func accuracy(_ learnt: TrainingFeatures, _ asked: TestFeatures) -> Float {
    classifier.fitted(to: learnt).accuracy(on: asked)
  }
}
