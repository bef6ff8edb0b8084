import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

extension Network {
  /// The share of pictures of a test set that the network classifies rightly, in [0, 1].
  public func accuracy(on set: TestSet) -> Float { share(of: set) }

  /// The share of pictures of a validation set that the network classifies rightly, in [0, 1].
  public func accuracy(on set: ValidationSet) -> Float { share(of: set) }

  private func share<Role>(of set: PictureSet<Role>) -> Float {
    let right = set.batches(of: 100).map { batch in
      zip(self(batch.images).indicesOfLargest(), batch.labels).count { $0 == $1 }
    }
    return Float(right.reduce(0, +)) / Float(max(1, set.count))
  }
}
