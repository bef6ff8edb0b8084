/// libpng's samples: 8 bits, or 16 with the high byte first; 2 and 4 channels end with opacity.
///
/// What is not opaque is composited on white.
struct PNGSamples: StoredPixels {
  let width, height: Int
  /// Samples per pixel, 1 to 4.
  let channels: Int
  /// Whether a sample has 16 bits.
  let isDeep: Bool
  let rowBytes: Int
  let bytes: [UInt8]

  /// Channels without opacity: 1 or 3.
  var colors: Int { channels < 3 ? 1 : 3 }

  /// The picture, values in [0, 1].
  var image: Image {
    var pixels = [Float](repeating: 0, count: width * height * colors)
    for y in 0..<height {
      for x in 0..<width {
        for color in 0..<colors { pixels[(y * width + x) * colors + color] = value(x, y, color) }
      }
    }
    return Image(width: width, height: height, channels: colors, pixels: pixels)
  }

  func copyRow(_ y: Int, into row: UnsafeMutablePointer<UInt8>) {
    let isPlain = channels == colors && !isDeep
    for x in 0..<width {
      for color in 0..<3 {
        let own = colors == 3 ? color : 0
        row[3 * x + color] =
          isPlain ? bytes[y * rowBytes + x * channels + own] : UInt8((255 * value(x, y, own)).rounded())
      }
    }
  }

  private func value(_ x: Int, _ y: Int, _ color: Int) -> Float {
    let opacity = channels == colors ? 1 : sample(x, y, colors)
    let own = sample(x, y, color)
    return opacity == 1 ? own : own * opacity + (1 - opacity)
  }

  private func sample(_ x: Int, _ y: Int, _ channel: Int) -> Float {
    let place = x * channels + channel
    guard isDeep else { return Float(bytes[y * rowBytes + place]) / 255 }
    let start = y * rowBytes + 2 * place
    return Float(Int(bytes[start]) << 8 | Int(bytes[start + 1])) / 65535
  }
}
