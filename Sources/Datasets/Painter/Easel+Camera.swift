extension Easel {
  /// Writes what the camera makes of the painting, as `[size, size, 3]` bytes: blur, tint, exposure and noise.
  func develop(_ camera: Scene.Camera, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    let sigma = camera.blur * Float(size)
    if sigma > 0.2 {
      for plane in [red, green, blue] { blur(plane, sigma) }
    }
    let warm = light.warmth * 0.05
    let gain = camera.gain * Colour(1 + warm, 1, 1 - warm)
    let grain = camera.noise * 1.7
    let seed = Int(camera.seed)
    var target = 0
    for row in 0..<size {
      let first = index(0, row)
      for place in first..<(first + size) {
        bytes[target] = Self.byte(red[place] * gain.x + grain * noise.white(seed &+ target))
        bytes[target + 1] = Self.byte(green[place] * gain.y + grain * noise.white(seed &+ target &+ 1))
        bytes[target + 2] = Self.byte(blue[place] * gain.z + grain * noise.white(seed &+ target &+ 2))
        target += 3
      }
    }
  }

  @inline(__always)
  private static func byte(_ value: Float) -> UInt8 {
    UInt8(truncatingIfNeeded: Int32(min(max(value, 0), 1) * 255 + 0.5))
  }

  /// Two passes each way of a box of fractional width with the variance of a Gaussian of standard deviation `sigma`.
  private func blur(_ plane: UnsafeMutablePointer<Float>, _ sigma: Float) {
    for _ in 0..<2 {
      smooth(plane, sigma, step: 1, lines: stride)
      smooth(plane, sigma, step: stride, lines: 1)
    }
  }

  private func smooth(_ plane: UnsafeMutablePointer<Float>, _ sigma: Float, step: Int, lines: Int) {
    // A box of half width h has variance h²/3; two of them must give sigma².
    let half = sigma * 1.2247
    let reach = Int(half)
    let rest = half - Float(reach)
    let weight = 1 / (2 * half + 1)
    let line = distance
    for number in 0..<size {
      let first = index(0, 0) + number * lines
      for place in 0..<size { line[place] = plane[first + place * step] }
      func at(_ place: Int) -> Float { line[min(max(place, 0), size - 1)] }
      for place in 0..<size {
        var sum = rest * (at(place - reach - 1) + at(place + reach + 1)) + line[place]
        if reach > 0 {
          for offset in 1...reach { sum += at(place - offset) + at(place + offset) }
        }
        plane[first + place * step] = sum * weight
      }
    }
  }
}
