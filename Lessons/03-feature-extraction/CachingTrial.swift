import Autograd
import Datasets
import Experiments
import NeuralNetworks
import TransferLearning

/// The same head trained twice on the same pictures in the same order: once with every picture going through the frozen
/// base in every epoch, once on features that were computed before the first.
struct CachingTrial {
  let uncachedSeconds, cachedSeconds: Double
  private let base: FrozenBase
  private let uncached, cached: Linear

  init(_ base: FrozenBase, _ pictures: TrainingSet, epochs: Int, seed: UInt64) throws {
    self.base = base
    let width = base.features(of: pictures.subset(0..<1)).width
    func newHead() -> (layer: Linear, optimizer: Adam) {
      var random = RandomSource(seed: seed)
      let head = Linear(width, pictures.classNames.count, random: &random)
      return (head, Adam(head.parameters, learningRate: 0.02))
    }
    let loop = TrainingLoop(epochs: epochs)
    (uncached, uncachedSeconds) = try timed {
      let head = newHead()
      let network = Sequential([("base", base), ("head", head.layer)])
      try loop.run(network, optimizer: head.optimizer) { epoch in
        pictures.shuffledBatches(of: 20, seed: seed, epoch: epoch)
      }
      return head.layer
    }
    (cached, cachedSeconds) = try timed {
      let head = newHead()
      let features: TrainingFeatures = base.features(of: pictures)
      try loop.run(head.layer, optimizer: head.optimizer) { epoch in
        features.shuffledBatches(of: 20, seed: seed, epoch: epoch)
      }
      return head.layer
    }
  }

  /// The largest difference between a logit of a test picture that went through base and head in one pass, and the same
  /// logit by the other head from kept features.
  func largestDifference(on test: TestSet) -> Float {
    let kept: TestFeatures = base.features(of: test)
    let (slow, quick) = (uncached(base(test.inputs)), cached(kept.features))
    return zip(slow.values, quick.values).map { abs($0 - $1) }.max() ?? .infinity
  }
}
