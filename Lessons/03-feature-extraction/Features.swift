import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a head can be put on.
enum Representation: String, CaseIterable, StudyKey {
  /// What the layers of the pre-trained network below its head make of a picture.
  case frozen
  /// A histogram of oriented gradients.
  case handMade = "hand-made"
  /// What the same layers make of a picture before they have learnt anything.
  case untrained
  case pixels

  /// The layers that compute it, frozen.
  func base(_ material: LessonMaterial, seed: UInt64) -> FrozenBase {
    switch self {
    case .frozen: return material.network.frozenBelowHead
    case .handMade: return FrozenBase(HistogramOfOrientedGradients())
    case .untrained:
      var random = RandomSource(seed: seed)
      return material.network.untrained(random: &random).frozenBelowHead
    case .pixels:
      // A reader's pictures may be large, and a head is to learn from them.
      let side = material.isOwn ? min(32, material.network.inputSize) : material.network.inputSize
      return FrozenBase(Sequential([("small", AdaptiveAveragePool2D(size: side)), ("row", Flatten())]))
    }
  }
}

/// The features of the lesson's pictures in every representation.
struct ExtractedFeatures {
  let pictures: any TaskPictures
  /// The representations to compare.
  let representations: [Representation]
  private let features: [Representation: Features]

  init(_ material: LessonMaterial, of pictures: any TaskPictures, on page: Page) {
    self.pictures = pictures
    representations = material.isOwn ? [.frozen, .untrained, .pixels] : [.frozen, .handMade, .pixels]
    features = Dictionary(
      uniqueKeysWithValues: representations.map {
        ($0, Features(by: $0.base(material, seed: page.seed), of: pictures, on: page))
      })
  }

  subscript(representation: Representation) -> Features {
    guard let found = features[representation] else { preconditionFailure("no features \(representation.name)") }
    return found
  }
}

/// What frozen layers make of the lesson's pictures, computed when it is first asked for and kept.
final class Features {
  let base: FrozenBase
  private let pictures: any TaskPictures
  private let page: Page
  private var kept: [UInt64: TrainingFeatures] = [:]

  init(by base: FrozenBase, of pictures: any TaskPictures, on page: Page) {
    self.base = base
    self.pictures = pictures
    self.page = page
  }

  /// The features of the pictures to score by.
  private(set) lazy var test: TestFeatures = extracted(from: pictures.test)
  /// Values per picture.
  private(set) lazy var width = base.features(of: pictures.test.subset(0..<1)).width

  /// The features of so many pictures of each class to learn from, as the seed draws them.
  func few(_ count: Int, seed: UInt64) -> TrainingFeatures { pictures.learning(self, seed: seed).perClass(count) }

  /// The features of pictures to look at before anything is learnt from labels.
  func unlearnt(seed: UInt64) -> TrainingFeatures { pictures.unlearnt(self, seed: seed) }

  /// The features of pictures to show as points in a plane.
  func inPlane(seed: UInt64) -> TrainingFeatures { pictures.inPlane(self, seed: seed) }

  /// The features of a set that goes by a number, computed once.
  func kept(_ number: UInt64, from set: () -> TrainingSet) -> TrainingFeatures {
    if let known = kept[number] { return known }
    let features = extracted(from: set())
    kept[number] = features
    return features
  }

  /// The features of some pictures, with progress where it takes long.
  func extracted<Role>(from set: PictureSet<Role>) -> FeatureSet<Role> {
    page.progress("features", count: set.count) { tick in
      var done = 0
      return base.features(of: set) { now in
        for _ in done..<now { tick() }
        done = now
      }
    }
  }
}
