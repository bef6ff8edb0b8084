import Imaging

extension Image {
  /// What was changed from another picture of this size, `factor` times as large, with no change in middle grey.
  package func change(from original: Image, times factor: Float) -> Image {
    var change = self
    for place in pixels.indices { change.pixels[place] = 0.5 + factor * (pixels[place] - original.pixels[place]) }
    return change
  }
}
