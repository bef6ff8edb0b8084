import Autograd
import Datasets
import TransferLearning

/// Features that weights may be learnt from.
public typealias TrainingFeatures = FeatureSet<Learning>
/// Features that settings may be chosen by.
public typealias ValidationFeatures = FeatureSet<Choosing>
/// Features that are scored once, and never chosen by.
public typealias TestFeatures = FeatureSet<Scoring>

extension PictureSet: LabelledPictures {
  /// The pictures at some places, `[range.count, size, size, channels]` in [0, 1].
  public func pictures(_ range: Range<Int>) -> Tensor { batch(Array(range)).images }
}

extension TrainingFeatures {
  /// One epoch in an order that follows from the seed and the epoch: the order that `TrainingSet` gives its pictures.
  public func shuffledBatches(of size: Int, seed: UInt64, epoch: Int = 0) -> [(images: Tensor, labels: [Int])] {
    var random = RandomSource(seed: seed, stream: UInt64(epoch))
    return batches(of: size, order: labels.indices.shuffled(using: &random))
  }
}
