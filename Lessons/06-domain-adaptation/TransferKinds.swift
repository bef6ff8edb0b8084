import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// The kinds of transfer learning by where labels are (Pan and Yang, 2010).
enum TransferKind: String, CaseIterable, StudyKey {
  /// Labels in the source alone, one task.
  case transductive
  /// Labels in the target, another task.
  case inductive
  /// Labels nowhere.
  case unsupervised
}

/// What one example of a kind of transfer comes to with the source, and without.
struct KindOutcome {
  let with, without: Float

  init(with: Float, without: Float) { (self.with, self.without) = (with, without) }

  /// Three farm animals, five labelled pictures of each: a head on what the source's network sees, and on what the same
  /// network sees with random weights.
  init(farmBy network: DividedNetwork, seed: UInt64) {
    let farm = Menagerie(.farm, seed: seed)
    let (few, test) = (
      farm.trainingSet(count: 15, size: SourceWorld.size), farm.testSet(count: 150, size: SourceWorld.size)
    )
    func accuracy(_ network: DividedNetwork) -> Float {
      func features<Role>(_ set: PictureSet<Role>) -> FeatureSet<Role> {
        FeatureSet(features: network.whileFrozen { network.features(set.inputs, .inference) }, labels: set.labels)
      }
      return LogisticRegression().fitted(to: features(few)).accuracy(on: features(test))
    }
    let untrained = SourceWorld.untrained(seed: seed)
    untrained.adaptBatchNorms(to: UnlabelledSet(few))
    self.init(with: accuracy(network), without: accuracy(untrained))
  }

  /// Thirty paintings in six groups by the directions in which many photos vary, and by those in which they vary themselves; no
  /// label is used but to count how many of a group are of its most common animal.
  init(clusteringWith photos: TrainingSet, seed: UInt64) {
    let paintings = Menagerie(SourceWorld.task(), style: .painting, seed: seed &+ 1_000)
      .testSet(count: 30, size: SourceWorld.size)
    func rows<Role>(_ set: PictureSet<Role>) -> Tensor {
      set.inputs.reshaped([set.count, SourceWorld.size * SourceWorld.size * 3])
    }
    let few = rows(paintings)
    func purity(_ samples: Tensor) -> Float {
      let plane = PrincipalComponents(of: samples, count: 12)
      return Clusters(of: plane(few), count: paintings.classNames.count).purity(of: paintings.labels)
    }
    self.init(with: purity(rows(photos.subset(0..<200))), without: purity(few))
  }
}
