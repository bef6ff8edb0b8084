import Autograd
import Datasets
import NeuralNetworks
import TransferLearning

extension Domain {
  /// The domain that some pictures are a sample of, as a frozen base sees them; without a `space`, they lie in their own.
  public init<Role>(
    _ name: String, _ pictures: PictureSet<Role>, space: PictureSpace? = nil, seenBy base: FrozenBase
  ) {
    let batches = pictures.batches(of: pictures.batchSize(atMost: 32))
    self.init(
      name: name,
      space: space ?? PictureSpace(width: pictures.size, height: pictures.size, channels: pictures.channels),
      classes: pictures.classNames.map(\.english),
      features: .concatenated(batches.map { base.features(ofPictures: $0.inputs) }),
      labels: pictures.labels)
  }
}

extension FrozenBase {
  /// The features of pictures `[N, H, W, 1 or 3]` in [0, 1], `[N, D]`; one channel is shown as three equal ones.
  public func features(ofPictures pictures: Tensor) -> Tensor {
    Tensor.concatenated(
      stride(from: 0, to: pictures.shape[0], by: 32).map { start in
        let batch = pictures.slice(start..<min(start + 32, pictures.shape[0]), along: 0)
        return self(batch.inThreeChannels, .inference).flattened()
      })
  }
}

extension Tensor {
  /// Pictures `[N, H, W, 1]` with their one channel three times; pictures of three channels as they are.
  package var inThreeChannels: Tensor {
    shape[3] == 3 ? self : Tensor.concatenated([self, self, self], along: 3)
  }
}
