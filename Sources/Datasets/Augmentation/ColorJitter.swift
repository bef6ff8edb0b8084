import Autograd
import Imaging

/// Scales brightness, contrast and saturation by random factors around 1.
public struct ColorJitter: Augmentation {
  /// Brightness is multiplied by a factor in 1 ± this.
  public let brightness: Float
  /// Distances from the picture's mean grey are multiplied by a factor in 1 ± this.
  public let contrast: Float
  /// Distances from each pixel's grey are multiplied by a factor in 1 ± this.
  public let saturation: Float

  /// Jitter of the given strengths.
  public init(brightness: Float = 0.2, contrast: Float = 0.2, saturation: Float = 0.2) {
    self.brightness = brightness
    self.contrast = contrast
    self.saturation = saturation
  }

  /// The picture with other colours, in [0, 1].
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    let bright = 1 + random.uniform(-1...1) * brightness
    let spread = 1 + random.uniform(-1...1) * contrast
    let vivid = 1 + random.uniform(-1...1) * saturation
    let channels = image.channels
    let mean = image.pixels.reduce(0, +) / Float(image.pixels.count)
    var result = image
    for start in stride(from: 0, to: image.pixels.count, by: channels) {
      let grey = channels == 1 ? image.pixels[start] : Self.luma(image.pixels, start)
      for place in start..<(start + channels) {
        let coloured = grey + vivid * (image.pixels[place] - grey)
        result.pixels[place] = min(max(bright * (mean + spread * (coloured - mean)), 0), 1)
      }
    }
    return result
  }

  /// Brightness as the eye weighs the channels (ITU-R BT.601).
  private static func luma(_ pixels: [Float], _ start: Int) -> Float {
    0.299 * pixels[start] + 0.587 * pixels[start + 1] + 0.114 * pixels[start + 2]
  }
}
