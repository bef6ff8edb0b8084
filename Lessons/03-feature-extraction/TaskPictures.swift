import Datasets
import Experiments
import NeuralNetworks
import TransferLearning

/// Pictures of the new task, and what is taken of them.
protocol TaskPictures {
  /// Pictures to score by.
  var test: TestSet { get }
  /// Numbers of pictures a class to compare, from few to all.
  var sizes: [Int] { get }
  /// The heads to compare.
  var heads: [Head] { get }
  /// Pictures to ask the network about as it is.
  func samples(seed: UInt64) -> TrainingSet
  /// So many pictures of each class to learn from, as the seed draws them; with more of them, the first stay.
  func few(_ count: Int, seed: UInt64) -> TrainingSet
  /// The features of all pictures to learn from, as the seed draws them.
  func learning(_ features: Features, seed: UInt64) -> TrainingFeatures
  /// The features of pictures to look at before anything is learnt from labels.
  func unlearnt(_ features: Features, seed: UInt64) -> TrainingFeatures
  /// The features of pictures to show as points in a plane.
  func inPlane(_ features: Features, seed: UInt64) -> TrainingFeatures
}

extension TaskPictures {
  /// The most pictures a class to learn from.
  var most: Int { sizes.max() ?? 1 }
}

/// Cow, sheep and pig: every seed is a farm of its own.
struct Farm: TaskPictures {
  private static let scored = Menagerie(.farm).testSet(count: 300)
  var test: TestSet { Farm.scored }
  let sizes = [1, 2, 5, 10, 20, 50, 100]
  let heads = Head.allCases

  func samples(seed: UInt64) -> TrainingSet { Menagerie(.farm).validationSet(count: 300).given(to: Learning.self) }

  func few(_ count: Int, seed: UInt64) -> TrainingSet {
    Menagerie(.farm, seed: seed).trainingSet(count: count * test.classNames.count)
  }

  func learning(_ features: Features, seed: UInt64) -> TrainingFeatures { features.kept(seed) { few(100, seed: seed) } }

  func unlearnt(_ features: Features, seed: UInt64) -> TrainingFeatures {
    features.extracted(from: Menagerie(.farm, seed: seed).validationSet(count: 240).given(to: Learning.self))
  }

  func inPlane(_ features: Features, seed: UInt64) -> TrainingFeatures { unlearnt(features, seed: seed) }
}

/// A reader's pictures, of which each seed draws some.
extension DataSplit<Scoring>: TaskPictures {
  /// Those that every network's features allow; EasyTL would need roots of matrices of any size.
  var heads: [Head] { [.logistic, .neighbour, .centre] }

  func samples(seed: UInt64) -> TrainingSet { few(20, seed: seed) }

  func learning(_ features: Features, seed: UInt64) -> TrainingFeatures { all(features).subset(order(seed)) }

  func unlearnt(_ features: Features, seed: UInt64) -> TrainingFeatures { features.few(20, seed: seed) }

  func inPlane(_ features: Features, seed: UInt64) -> TrainingFeatures {
    let classes = min(8, classNames.count)
    let few = all(features).perClass(300 / classes)
    return few.subset(few.labels.indices.filter { few.labels[$0] < classes })
  }

  private func all(_ features: Features) -> TrainingFeatures { features.kept(0) { training } }
}
