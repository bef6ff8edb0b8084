import Autograd
import Imaging

/// A random change to a training picture that leaves its label true and its size as it was.
public protocol Augmentation: Sendable {
  /// The picture, changed as chance has it.
  func apply(to image: Image, using random: inout RandomSource) -> Image
}

/// Several augmentations, one after the other.
public struct Augmentations: Augmentation {
  /// What is applied, in this order.
  public let steps: [any Augmentation]

  /// A chain of augmentations.
  public init(_ steps: any Augmentation...) {
    self.steps = steps
  }

  /// The picture after all steps.
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    steps.reduce(image) { $1.apply(to: $0, using: &random) }
  }
}

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

/// Moves the picture by up to `padding` pixels each way; what comes in at the edges is the picture's own reflection.
public struct RandomCrop: Augmentation {
  /// The largest shift in pixels.
  public let padding: Int

  /// A crop of the picture's own size out of the picture padded by reflection.
  public init(padding: Int = 4) {
    precondition(padding >= 0, "a padding is not negative: \(padding)")
    self.padding = padding
  }

  /// The shifted picture.
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    precondition(
      padding < image.width && padding < image.height,
      "a padding of \(padding) reflects more than a picture of \(image.width)x\(image.height) has")
    let right = random.below(2 * padding + 1) - padding
    let down = random.below(2 * padding + 1) - padding
    var result = image
    for y in 0..<image.height {
      let row = Self.reflected(y + down, image.height)
      for x in 0..<image.width {
        let column = Self.reflected(x + right, image.width)
        for channel in 0..<image.channels {
          result[x: x, y: y, channel: channel] = image[x: column, y: row, channel: channel]
        }
      }
    }
    return result
  }

  /// The index inside 0 ..< `count` that a mirror at the first and the last pixel shows: 2 1 | 0 1 2 … n-1 | n-2.
  private static func reflected(_ index: Int, _ count: Int) -> Int {
    let positive = abs(index)
    return positive < count ? positive : 2 * (count - 1) - positive
  }
}

/// Scales brightness, contrast and saturation by random factors around 1.
public struct ColourJitter: Augmentation {
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
