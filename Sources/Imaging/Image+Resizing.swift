extension Image {
  /// The picture at another size, by bilinear interpolation with antialiasing.
  ///
  /// Each new value is a weighted mean of the old ones under a triangle centred on it; when the picture shrinks, the
  /// triangle is widened by the same factor, so that no old pixel is passed over. Equal to Pillow's `BILINEAR` and to
  /// PyTorch's `interpolate(mode: "bilinear", antialias: true)`.
  public func resized(width newWidth: Int, height newHeight: Int) -> Image {
    precondition(newWidth > 0 && newHeight > 0, "a picture needs a positive size, not \(newWidth)x\(newHeight)")
    if newWidth == width, newHeight == height { return self }
    let horizontal = Resampling(from: width, to: newWidth)
    let vertical = Resampling(from: height, to: newHeight)
    let wide = horizontal.apply(to: pixels, lines: height, stride: channels)
    let values = vertical.apply(to: wide, lines: 1, stride: newWidth * channels)
    return Image(width: newWidth, height: newHeight, channels: channels, pixels: values)
  }

  /// The centre square at `side` times `side` pixels, as classifiers take it.
  public func square(_ side: Int) -> Image {
    centerSquare().resized(width: side, height: side)
  }
}

/// For each new position along one direction, which old positions it draws on and with what weights.
private struct Resampling {
  private let oldCount: Int
  private let newCount: Int
  private var starts: [Int] = []
  private var weights: [[Float]] = []

  init(from oldCount: Int, to newCount: Int) {
    self.oldCount = oldCount
    self.newCount = newCount
    let scale = Double(oldCount) / Double(newCount)
    let support = max(scale, 1)
    for position in 0..<newCount {
      let center = (Double(position) + 0.5) * scale
      let start = max(0, Int(center - support + 0.5))
      let end = min(oldCount, Int(center + support + 0.5))
      let heights = (start..<end).map { max(0, 1 - abs((Double($0) - center + 0.5) / support)) }
      let sum = heights.reduce(0, +)
      starts.append(start)
      weights.append(heights.map { Float($0 / sum) })
    }
  }

  /// Resamples `[lines, oldCount, stride]` to `[lines, newCount, stride]`.
  func apply(to values: [Float], lines: Int, stride: Int) -> [Float] {
    var result = [Float](repeating: 0, count: lines * newCount * stride)
    values.withUnsafeBufferPointer { old in
      result.withUnsafeMutableBufferPointer { new in
        for line in 0..<lines {
          for position in 0..<newCount {
            let target = (line * newCount + position) * stride
            for (tap, weight) in weights[position].enumerated() {
              let source = (line * oldCount + starts[position] + tap) * stride
              for offset in 0..<stride {
                new[target + offset] += weight * old[source + offset]
              }
            }
          }
        }
      }
    }
    return result
  }
}
