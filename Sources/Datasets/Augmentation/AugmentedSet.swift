import Autograd
import Imaging
import NeuralNetworks

/// Pictures to learn from, each of which is varied by chance whenever its turn comes.
public struct AugmentedSet: LabelledSet {
  /// The pictures as they are.
  public let pictures: TrainingSet
  /// What varies them.
  public let augmentation: any Augmentation
  /// What they may be used for: to learn weights.
  public typealias Role = Learning

  /// The label of each picture.
  public var labels: [Int] { pictures.labels }
  /// Pictures are never the same twice.
  public var isVaried: Bool { true }

  /// The pictures at some indices as they are, `[indices.count, size, size, channels]` in [0, 1].
  public func inputs(at indices: some Collection<Int>) -> Tensor { pictures.inputs(at: indices) }

  /// The pictures at some indices, which are varied, too.
  public func subset(_ indices: some Sequence<Int>) -> AugmentedSet {
    AugmentedSet(pictures: pictures.subset(indices), augmentation: augmentation)
  }

  /// The pictures of a batch, `[N, H, W, C]`, each varied as chance has it.
  public func varied(_ inputs: Tensor, using random: inout RandomSource) -> Tensor {
    let (shape, values) = (inputs.shape, inputs.values)
    let size = shape[1] * shape[2] * shape[3]
    var pixels: [Float] = []
    pixels.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: size) {
      let picture = Image(
        width: shape[2], height: shape[1], channels: shape[3], pixels: Array(values[start..<start + size]))
      pixels += augmentation.apply(to: picture, using: &random).pixels
    }
    return Tensor(pixels, shape: shape)
  }
}

extension TrainingSet {
  /// The same pictures, each varied by chance whenever its turn comes.
  ///
  /// ```swift
  /// let varied = training.augmented(by: Augmentations(Mirror(), RandomCrop(padding: 4)))
  /// for batch in varied.shuffledBatches(of: 32, seed: 1, epoch: epoch) { … }
  /// ```
  public func augmented(by augmentation: any Augmentation) -> AugmentedSet {
    AugmentedSet(pictures: self, augmentation: augmentation)
  }
}
