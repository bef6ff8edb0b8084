import Autograd
import Imaging

/// Exchanges left and right with some probability.
public struct Mirror: Augmentation {
  /// How likely a picture is mirrored, in [0, 1].
  public let probability: Float

  /// Mirrors every second picture unless told otherwise.
  public init(probability: Float = 0.5) {
    self.probability = probability
  }

  /// The picture or its mirror image.
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    random.chance(probability) ? image.mirrored() : image
  }
}
