import Autograd
import Datasets
import NeuralNetworks
import TransferLearning

/// What came of one way to one target.
struct AdaptedScore {
  /// How it stood after an epoch: what an epoch may be chosen by, and what it may not.
  struct Watched {
    let honestScore, target: Float
  }

  /// The share of the target's test pictures that are classified rightly.
  let target: Float
  /// The epochs of the last phase, in their order; without those of a target that nobody watches.
  let epochs: [Watched]
  /// The largest share of the target's test pictures that one class got.
  let largestClass: Float
  /// The network, with the statistics that it has for the target.
  let network: DividedNetwork
}

/// The accuracy on the target of an epoch, chosen out of those of several ways.
struct ChosenEpoch {
  /// Of the epoch that looks best without a label of the target; the first of several.
  let honest: Float
  /// Of the epoch that is best by the labels of the test: what may not be reported.
  let leaked: Float

  init(among epochs: [AdaptedScore.Watched]) {
    honest = epochs.reduce(epochs[0]) { $1.honestScore > $0.honestScore ? $1 : $0 }.target
    leaked = epochs.map(\.target).max() ?? 0
  }
}

extension SourceWorld {
  /// Takes one way from the photos of a seed to a target; with `labelled`, some target pictures have labels.
  func adapted(
    _ way: AdaptationWay, to target: StyleTarget, labelled: TrainingSet? = nil
  ) throws -> AdaptedScore {
    let (photos, network) = (photos(seed: target.seed), try network(seed: target.seed))
    let labels = labelled ?? (way == .oracle ? target.pictures : nil)
    let watched = [.sketch, .night].contains(target.style) ? target.test : nil
    var epochs: [AdaptedScore.Watched] = []
    for phase in AdaptationPlan.phases(of: way) {
      try phase.run(
        network, source: photos.training.subset(0..<Self.adaptingCount).augmented(by: Mirror()),
        target: UnlabelledSet(target.pictures.augmented(by: Mirror())),
        labelled: labels.map { $0.augmented(by: Mirror()) }, validation: photos.validation, seed: target.seed
      ) { network, epoch in
        if let watched {
          epochs.append(.init(honestScore: epoch.honestScore, target: network.score(on: watched).accuracy))
        }
      }
    }
    let logits = network.logits(of: target.test)
    let answers = logits.indicesOfLargest()
    let most = Set(answers).map { label in answers.count { $0 == label } }.max() ?? 0
    return AdaptedScore(
      target: accuracy(logits, target.test.labels), epochs: epochs,
      largestClass: Float(most) / Float(max(1, answers.count)), network: network)
  }

  /// The features that a network has of photos and of a target's pictures, each with the statistics of its own domain, as it has
  /// after a way; of the source's network as it is, with its own for both.
  func features(
    of network: DividedNetwork, after way: AdaptationWay, _ target: StyleTarget
  ) -> (source: Tensor, target: Tensor) {
    let some = UnlabelledSet(photos(seed: target.seed).training.subset(0..<StyleTarget.count))
    let ofTarget = network.features(of: UnlabelledSet(target.pictures))
    if way != .sourceOnly { network.adaptBatchNorms(to: some) }
    return (network.features(of: some), ofTarget)
  }
}
