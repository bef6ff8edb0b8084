extension Image {
  /// The picture at another size, by interpolation with antialiasing.
  ///
  /// Each new value is a weighted mean of the old ones under a kernel centred on it; when the picture shrinks, the kernel
  /// is widened by the same factor, so that no old pixel is passed over. Equal to PyTorch's `interpolate(mode: "bilinear",
  /// antialias: true)`, or "bicubic".
  public func resized(width newWidth: Int, height newHeight: Int, by kernel: Interpolation = .bilinear) -> Image {
    precondition(newWidth > 0 && newHeight > 0, "a picture needs a positive size, not \(newWidth)x\(newHeight)")
    if newWidth == width, newHeight == height { return self }
    let horizontal = Resampling(from: width, to: newWidth, by: kernel, at: 0..<newWidth)
    let vertical = Resampling(from: height, to: newHeight, by: kernel, at: 0..<newHeight)
    let wide = horizontal.apply(to: pixels, lines: height, stride: channels)
    let values = vertical.apply(to: wide, lines: 1, stride: newWidth * channels)
    return Image(width: newWidth, height: newHeight, channels: channels, pixels: values)
  }

  /// The centre square at `side` times `side` pixels, as classifiers take it.
  public func square(_ side: Int) -> Image {
    centerSquare().resized(width: side, height: side)
  }
}
