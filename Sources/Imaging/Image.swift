/// A picture: `height` rows of `width` pixels with 1 (grey) or 3 (red, green, blue) channels, values in [0, 1].
///
/// Pixels are stored row by row with the channels of a pixel side by side, so the value of channel `c` at row `y` and
/// column `x` is `pixels[(y * width + x) * channels + c]`. Values are sRGB-encoded, as a PNG or JPEG file has them.
public struct Image: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// Values per pixel: 1 or 3.
  public let channels: Int
  /// All values, `[height, width, channels]`, in [0, 1].
  public var pixels: [Float]

  /// A picture from its values, which must number `height * width * channels`.
  public init(width: Int, height: Int, channels: Int = 3, pixels: [Float]) {
    precondition(width > 0 && height > 0, "a picture needs a positive size, not \(width)x\(height)")
    precondition(channels == 1 || channels == 3, "a picture has 1 or 3 channels, not \(channels)")
    precondition(
      pixels.count == width * height * channels,
      "\(width)x\(height)x\(channels) needs \(width * height * channels) values, not \(pixels.count)")
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }

  /// A picture with the same value everywhere.
  public init(width: Int, height: Int, channels: Int = 3, filledWith value: Float) {
    self.init(
      width: width, height: height, channels: channels,
      pixels: [Float](repeating: value, count: max(0, width * height * channels)))
  }

  /// The value of one channel of one pixel.
  public subscript(x x: Int, y y: Int, channel channel: Int) -> Float {
    get { pixels[(y * width + x) * channels + channel] }
    set { pixels[(y * width + x) * channels + channel] = newValue }
  }
}
