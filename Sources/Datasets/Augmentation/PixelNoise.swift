import Autograd
import Imaging

/// Adds noise of a random strength to every value, so that a network cannot rely on what single pixels say.
public struct PixelNoise: Augmentation {
  /// The largest change of a value; each picture gets a strength between 0 and this.
  public let amplitude: Float

  /// Noise that is uniform in ±strength, with the strength uniform in 0 … amplitude.
  public init(amplitude: Float = 0.1) {
    precondition(amplitude >= 0, "an amplitude is not negative: \(amplitude)")
    self.amplitude = amplitude
  }

  /// The picture with noise, held within [0, 1].
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    let strength = amplitude * random.uniform()
    var result = image
    for index in result.pixels.indices {
      result.pixels[index] = min(max(result.pixels[index] + strength * (2 * random.uniform() - 1), 0), 1)
    }
    return result
  }
}
