import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

/// The same scenes in several styles, and what the middle of a network sees in them.
///
/// They are painted once; each seed takes others of them to learn from and to be asked about.
struct StyledScenes {
  static let styles: [Style] = [.photo, .sketch, .night]
  static let size = 64
  /// How many scenes there are, and how many of them a seed learns from.
  static let count = 160, learningCount = 80
  /// One of these is in each scene.
  static let animals: [Datasets.Category] = [.cat, .dog, .horse, .owl, .fish, .elephant, .rabbit, .bear]
  /// The layer that is looked at: the fifth convolution with its norm and ReLU.
  static let layer = "features.16"

  private let sets: [TrainingSet]
  /// What the layer makes of every picture, averaged over its four quarters, style by style: `[styles · count, 384]`.
  let features: Tensor

  /// Paints the scenes in every style, and has the network look at them.
  init(seenBy network: Network) {
    let task = ClassificationTask(id: "styled", classes: Self.animals.map { .init($0) })
    sets = Self.styles.map { Menagerie(task, style: $0, seed: 10).trainingSet(count: Self.count, size: Self.size) }
    features = .concatenated(
      sets.flatMap { set in
        set.batches(of: 32).map { batch in
          let maps = network.whileFrozen { network.outputs(of: [Self.layer], for: batch.inputs) }
          return maps.values.first?.adaptiveAveragePooled(size: 2).flattened() ?? batch.inputs
        }
      })
  }

  /// The animal of each scene, as a place among `animals`.
  var labels: [Int] { sets[0].labels }

  /// A scene in a style.
  func picture(_ scene: Int, style: Int) -> Image { sets[style][scene] }

  /// The scenes that a seed learns from, and those that it is asked about.
  static func parts(seed: UInt64) -> (learning: [Int], asking: [Int]) {
    var random = RandomSource(seed: seed, stream: 0x57)
    let order = random.permutation(count)
    return (Array(order[..<learningCount]), Array(order[learningCount...]))
  }

  /// The features of some scenes in all styles, style by style, with their animals and styles.
  func examples(of scenes: [Int]) -> StyledExamples {
    let places = Self.styles.indices.flatMap { style in scenes.map { style * Self.count + $0 } }
    return StyledExamples(
      features: features.gather(rows: places), scenes: scenes, animals: scenes.map { labels[$0] },
      styles: Self.styles.count)
  }
}

/// Features of some scenes in all styles: the rows of one style after those of another.
struct StyledExamples {
  var features: Tensor
  let scenes: [Int]
  /// The animal of each scene.
  let animals: [Int]
  /// How many styles there are.
  let styles: Int

  /// The style, and the animal, of each row.
  var styleLabels: [Int] { (0..<styles).flatMap { [Int](repeating: $0, count: scenes.count) } }
  var animalLabels: [Int] { (0..<styles).flatMap { _ in animals } }

  /// The row of a scene, by its place here, in a style.
  func row(_ place: Int, style: Int) -> Int { style * scenes.count + place }
}
