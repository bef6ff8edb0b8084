import Autograd
import Imaging

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
