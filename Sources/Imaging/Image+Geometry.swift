extension Image {
  /// The picture whose pixel (x, y) is this one's at `source(x, y)`.
  private func rearranged(width: Int, height: Int, source: (_ x: Int, _ y: Int) -> (x: Int, y: Int)) -> Image {
    var values: [Float] = []
    values.reserveCapacity(width * height * channels)
    for y in 0..<height {
      for x in 0..<width {
        let from = source(x, y)
        let start = (from.y * self.width + from.x) * channels
        values.append(contentsOf: pixels[start..<start + channels])
      }
    }
    return Image(width: width, height: height, channels: channels, pixels: values)
  }

  /// Every pixel repeated `factor` times in both directions, without smoothing.
  public func enlarged(by factor: Int) -> Image {
    precondition(factor > 0, "a picture is enlarged by a whole factor of at least 1, not \(factor)")
    if factor == 1 { return self }
    return rearranged(width: width * factor, height: height * factor) { ($0 / factor, $1 / factor) }
  }

  /// The part with its upper left corner at (`x`, `y`), which must lie inside.
  public func cropped(x: Int, y: Int, width: Int, height: Int) -> Image {
    precondition(
      x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= self.width && y + height <= self.height,
      "a part of \(width)x\(height) at (\(x), \(y)) does not lie inside \(self.width)x\(self.height)")
    return rearranged(width: width, height: height) { (x + $0, y + $1) }
  }

  /// The largest square around the centre.
  public func centerSquare() -> Image {
    let side = min(width, height)
    return cropped(x: (width - side) / 2, y: (height - side) / 2, width: side, height: side)
  }

  /// Left and right exchanged.
  public func mirrored() -> Image {
    rearranged(width: width, height: height) { (width - 1 - $0, $1) }
  }

  /// The picture turned upright from an EXIF orientation (1 to 8), which says where the stored rows and columns lie.
  func upright(from orientation: Int) -> Image {
    let right = width - 1
    let bottom = height - 1
    return switch orientation {
    case 2: mirrored()
    case 3: rearranged(width: width, height: height) { (right - $0, bottom - $1) }
    case 4: rearranged(width: width, height: height) { ($0, bottom - $1) }
    case 5: rearranged(width: height, height: width) { ($1, $0) }
    case 6: rearranged(width: height, height: width) { ($1, bottom - $0) }
    case 7: rearranged(width: height, height: width) { (right - $1, bottom - $0) }
    case 8: rearranged(width: height, height: width) { (right - $1, $0) }
    default: self
    }
  }
}
