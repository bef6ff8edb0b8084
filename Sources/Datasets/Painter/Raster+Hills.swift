import Autograd

/// Dunes and mountains: ranges of hills, each before the last.
extension Raster {
  /// The outline of one range of hills.
  private struct Ridge {
    /// Its height for each column, and how much it faces the light.
    let tops: [Float]
    let tones: [Float]
    /// How much of its colour distance leaves, 0 … 1.
    let nearness: Float
  }

  private func ridge(_ place: Background, depth: Float, relief: Float, shift: Point) -> Ridge {
    let frequency = 2.4 - 1.2 * depth
    let side: Float = light.direction.x >= 0 ? 0.1 : -0.1
    var tops: [Float] = []
    var tones: [Float] = []
    for column in 0..<size {
      let x = u[index(column, 0)]
      func bump(_ x: Float) -> Float {
        noise.sample(x * frequency + shift.x, shift.y) + 0.3 * noise.sample(x * 3 * frequency + shift.y, shift.x)
      }
      tops.append(place.horizon - 0.25 + 0.45 * depth + (1 - 0.6 * depth) * relief * bump(x))
      tones.append(0.82 + 0.16 * depth + 0.35 * (bump(x) - bump(x + side)))
    }
    return Ridge(tops: tops, tones: tones, nearness: depth)
  }

  /// Ranges of hills under a low sun.
  func hills(_ place: Background, _ random: inout RandomSource, layers: Int, relief: Float) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let sun = Point(random.uniform(-0.8...0.8), place.horizon - random.uniform(0.3...0.7))
    fill { u, v in
      let (du, dv) = (u - sun.x, v - sun.y)
      let cloud = place.detail * min(max(1.8 * noise.cloud(u * 1.5 + shift.y, v * 3.4 + shift.x), 0), 0.65)
      let halo = max(0, 1 - 1.6 * (du * du + dv * dv).squareRoot())
      return sky(place.second, v, cloud) + RGB(0.25, 0.2, 0.1) * (halo * halo)
    }
    let ripple = visible(20, 0.08) * place.detail
    for layer in 0..<layers {
      let depth = Float(layer) / Float(layers - 1)
      let ridge = ridge(place, depth: depth, relief: relief, shift: shift + Point(17 * Float(layer), 0))
      // Each range hides what is below its outline; the next one covers most of it, so paint a band only.
      let below = layer == layers - 1 ? 2 : 0.45 + relief
      for column in 0..<size {
        let first = max(0, Int(((ridge.tops[column] + 1) / pixel).rounded(.down)))
        let last = min(size, Int((ridge.tops[column] + below + 1) / pixel))
        guard first < last else { continue }
        for row in first..<last {
          let target = index(column, row)
          let wave =
            ripple * noise.sample(u[target] * 6 + shift.y, (v[target] - 0.5 * ridge.tops[column]) * 20 + shift.x)
          let tone = place.colour * (ridge.tones[column] + wave)
          let colour = tone + (1 - ridge.nearness) * 0.4 * (place.second - tone)
          let over = min(max((v[target] - ridge.tops[column]) / pixel + 0.5, 0), 1)
          red[target] += over * (colour.x - red[target])
          green[target] += over * (colour.y - green[target])
          blue[target] += over * (colour.z - blue[target])
        }
      }
    }
  }
}
