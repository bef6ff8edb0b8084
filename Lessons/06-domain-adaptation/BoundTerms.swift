import Autograd
import Datasets
import NeuralNetworks
import TransferLearning

/// The terms of the bound ε_T ≤ ε_S + ½ d + λ (Ben-David et al., 2010), measured on the features of one network.
struct BoundTerms {
  /// ε_S, its error on new pictures of the source, and ε_T, that on the target.
  let source, target: Float
  /// d, the proxy A-distance of the features of both domains, in [0, 2].
  let divergence: Float
  /// λ, the errors on both domains, together, of the head that was fitted to labelled features of both.
  let joint: Float

  /// ½ d.
  var halfDivergence: Float { divergence / 2 }
  /// What the bound allows.
  var sum: Float { source + halfDivergence + joint }

  init(
    of network: DividedNetwork, from photos: (training: TrainingSet, validation: ValidationSet), to target: StyleTarget,
    seed: UInt64
  ) {
    func features<Role>(_ set: PictureSet<Role>) -> FeatureSet<Role> {
      FeatureSet(features: network.whileFrozen { network.features(set.inputs, .inference) }, labels: set.labels)
    }
    let (learnt, known) = (features(photos.training), features(photos.validation))
    let (unlabelled, test) = (features(target.pictures), features(target.test))
    var random = RandomSource(seed: seed)
    let distance = DomainClassifier(source: known.features, target: test.features, random: &random).distance
    let both = TrainingFeatures(
      features: .concatenated([learnt.features, unlabelled.features]), labels: learnt.labels + unlabelled.labels)
    let head = LogisticRegression().fitted(to: both)
    source = 1 - network.score(on: photos.validation).accuracy
    self.target = 1 - network.score(on: target.test).accuracy
    divergence = max(0, distance)
    joint = 2 - head.accuracy(on: known) - head.accuracy(on: test)
  }
}
