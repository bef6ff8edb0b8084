extension Image {
  /// The picture with 1 or 3 channels.
  ///
  /// Three become one by the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, as Pillow's mode "L" has it; one becomes
  /// three by repetition.
  public func withChannels(_ count: Int) -> Image {
    precondition(count == 1 || count == 3, "a picture has 1 or 3 channels, not \(count)")
    if count == channels { return self }
    let values: [Float] =
      count == 3
      ? pixels.flatMap { [$0, $0, $0] }
      : stride(from: 0, to: pixels.count, by: 3).map {
        0.299 * pixels[$0] + 0.587 * pixels[$0 + 1] + 0.114 * pixels[$0 + 2]
      }
    return Image(width: width, height: height, channels: count, pixels: values)
  }

  /// Every value moved to the nearest of the 256 that an 8-bit file can hold, as writing and reading back would.
  public func quantised() -> Image {
    Image(width: width, height: height, channels: channels, pixels: bytes.map { Float($0) / 255 })
  }

  /// The values as 8-bit numbers: round(255 v) after clamping to [0, 1]; what is not a number becomes 0.
  package var bytes: [UInt8] {
    pixels.map { $0 > 0 ? UInt8((255 * min($0, 1)).rounded()) : 0 }
  }
}
