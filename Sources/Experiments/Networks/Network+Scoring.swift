import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning
import Visualization

extension Network {
  /// The share of pictures of a test set that the network classifies rightly, in [0, 1].
  public func accuracy(on set: TestSet) -> Float { share(of: set) { images, _ in images } }

  /// The share of pictures of a validation set that the network classifies rightly, in [0, 1].
  public func accuracy(on set: ValidationSet) -> Float { share(of: set) { images, _ in images } }

  /// The share of pictures of a test set that the network classifies rightly after an attack on them, in [0, 1].
  public func accuracy(on set: TestSet, under attack: ProjectedGradient) -> Float {
    share(of: set) { images, labels in attack.attack(self, images, labels: labels) }
  }

  private func share<Role>(of set: PictureSet<Role>, seenAs change: (Tensor, [Int]) -> Tensor) -> Float {
    let right = set.batches(of: set.batchSize(atMost: 100)).map { batch in
      zip(self(change(batch.inputs, batch.labels)).indicesOfLargest(), batch.labels).count { $0 == $1 }
    }
    return Float(right.reduce(0, +)) / Float(max(1, set.count))
  }
}
