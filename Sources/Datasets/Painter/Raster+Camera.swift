extension Raster {
  /// Writes what the camera makes of the painting, as `[size, size, 3]` bytes: blur, tint, exposure and noise.
  func develop(_ camera: Scene.Camera, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    let sigma = camera.blur * Float(size)
    if sigma > 0.1 {
      for plane in [red, green, blue] { blur(plane, sigma) }
    }
    let warm = light.warmth * 0.05
    let gain = camera.gain * RGB(1 + warm, 1, 1 - warm)
    let grain = camera.noise * 1.7
    for (channel, plane) in [red, green, blue].enumerated() {
      var target = channel
      for row in 0..<size {
        let first = index(0, row)
        for place in first..<(first + size) {
          let value = plane[place] * gain[channel] + grain * noise.white(Int(camera.seed) &+ target)
          // Adding 2²³ rounds to a whole number and leaves it in the lowest bits.
          bytes[target] = UInt8(truncatingIfNeeded: (min(max(value, 0), 1) * 255 + 0x1p23).bitPattern)
          target += 3
        }
      }
    }
  }

  /// Two passes each way of a short box whose ends count in part, with the variance of a Gaussian of that deviation.
  private func blur(_ plane: UnsafeMutablePointer<Float>, _ sigma: Float) {
    let box = RunningMean(variance: sigma * sigma / 2)
    for _ in 0..<2 {
      smooth(plane, box, step: 1, lines: stride)
      smooth(plane, box, step: stride, lines: 1)
    }
  }

  private func smooth(_ plane: UnsafeMutablePointer<Float>, _ box: RunningMean, step: Int, lines: Int) {
    // One line, with its first and last value repeated beyond its ends; the solids' fields are free by now.
    let margin = box.reach + 1
    let line = distance + margin
    for number in 0..<size {
      let first = index(0, 0) + number * lines
      for place in 0..<size { line[place] = plane[first + place * step] }
      for place in 1...margin {
        line[-place] = line[0]
        line[size - 1 + place] = line[size - 1]
      }
      for place in 0..<size {
        var sum = box.end * (line[place - margin] + line[place + margin]) + line[place]
        for offset in 1..<margin { sum += line[place - offset] + line[place + offset] }
        plane[first + place * step] = sum * box.weight
      }
    }
  }
}

/// A running mean over `2 * reach + 1` values and a part of one more at both ends.
private struct RunningMean {
  let reach: Int
  let end: Float
  let weight: Float

  /// The box of a variance v: with n = 2r + 1 whole values of squared offsets q in all, (q + 2e(r + 1)²) / (n + 2e) = v.
  init(variance: Float) {
    var reach: Float = 0
    while reach * (reach + 1) / 3 + 2 * (reach + 1) / 3 < variance { reach += 1 }
    let count = 2 * reach + 1
    let squares = reach * (reach + 1) * count / 3
    end = (variance * count - squares) / (2 * ((reach + 1) * (reach + 1) - variance))
    weight = 1 / (count + 2 * end)
    self.reach = Int(reach)
  }
}
