import Autograd
import NeuralNetworks
import TransferLearning

/// What a head is worth that learns from fewer pictures than there are.
public struct HeadCurve {
  /// Pictures of a class at most and, for five draws of so many, the share of validation pictures that are classified
  /// rightly, in [0, 1].
  public let points: [(picturesPerClass: Int, accuracies: [Float])]

  package init(_ training: TrainingFeatures, _ validation: ValidationFeatures, seed: UInt64) {
    let labels = Set(training.labels)
    let most = labels.map { label in training.labels.count { $0 == label } }.max() ?? 0
    let sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].filter { $0 < most }
    points = (sizes + [most]).map { size in
      let draws = (0..<5).map { draw in
        var random = RandomSource(seed: seed, stream: UInt64(draw))
        let order = random.permutation(training.count)
        return LogisticRegression().fitted(to: training.subset(order).perClass(size)).accuracy(on: validation)
      }
      return (size, draws)
    }
  }
}
