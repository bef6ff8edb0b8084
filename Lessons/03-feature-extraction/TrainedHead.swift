import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// How a head above a frozen base is trained.
enum HeadTraining: String, CaseIterable, StudyKey {
  /// Every picture goes through the base in every epoch.
  case uncached
  /// The features are computed before the first epoch and kept.
  case cached
}

/// A head after its training; both ways give it the same pictures in the same order.
struct TrainedHead {
  let seconds: Double
  private let head: Linear
  private let base: FrozenBase
  private let training: HeadTraining

  init(
    _ training: HeadTraining, above base: FrozenBase, on pictures: TrainingSet, epochs: Int, seed: UInt64
  ) throws {
    let width = base.features(of: pictures.subset(0..<1)).width
    let loop = TrainingLoop(epochs: epochs)
    (head, seconds) = try timed {
      var random = RandomSource(seed: seed)
      let head = Linear(width, pictures.classNames.count, random: &random)
      let optimizer = Adam(head.parameters, learningRate: 0.02)
      switch training {
      case .uncached:
        try loop.run(Sequential([("base", base), ("head", head)]), optimizer: optimizer) { epoch in
          pictures.shuffledBatches(of: 20, seed: seed, epoch: epoch)
        }
      case .cached:
        let features: TrainingFeatures = base.features(of: pictures)
        try loop.run(head, optimizer: optimizer) { epoch in
          features.shuffledBatches(of: 20, seed: seed, epoch: epoch)
        }
      }
      return head
    }
    (self.base, self.training) = (base, training)
  }

  /// The logits of test pictures: through base and head in one pass, or from kept features.
  private func logits(of test: TestSet) -> Tensor {
    switch training {
    case .uncached: head(base(test.inputs))
    case .cached: head((base.features(of: test) as TestFeatures).features)
    }
  }

  /// The largest difference between a logit of a test picture by this head and by another.
  func largestDifference(from other: TrainedHead, on test: TestSet) -> Float {
    zip(logits(of: test).values, other.logits(of: test).values).map { abs($0 - $1) }.max() ?? .infinity
  }
}
