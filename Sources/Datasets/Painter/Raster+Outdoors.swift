import Autograd

/// Places under the sky.
extension Raster {
  /// Grass under a sky with clouds, a hill far away.
  func meadow(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let (coarse, fine) = (visible(9, 0.16), visible(34, 0.2) * place.detail)
    let hill = place.colour * 0.72 + RGB(0.1, 0.14, 0.2)
    fill { u, v in
      let ridge = place.horizon - 0.1 + 0.12 * noise.sample(u * 1.4 + shift.x, shift.y)
      if v > place.horizon + 0.03 * u {
        let depth = 1 + 0.9 * (v - place.horizon)
        let blades = coarse * noise.sample(u * 7 / depth + shift.x, v * 12 / depth + shift.y)
        let tips = fine * noise.sample(u * 34 / depth + shift.y, v * 14 / depth + shift.x)
        return place.colour * (0.92 + 0.14 * (v - place.horizon) + blades + tips)
      }
      let over = min(max((v - ridge) / pixel + 0.5, 0), 1)
      let cloud = place.detail * min(max(2.2 * noise.cloud(u * 1.5 + shift.y, v * 3 + shift.x), 0), 0.85)
      let air = sky(place.second, v, cloud)
      return air + over * (hill - air)
    }
    strewFlowers(place, &random)
  }

  private func strewFlowers(_ place: Background, _ random: inout RandomSource) {
    guard place.detail > 0.7 else { return }
    let petal = random.pick([Fur.white, RGB(0.9, 0.75, 0.3), RGB(0.8, 0.4, 0.5), RGB(0.6, 0.5, 0.8)])
    for _ in 0..<9 {
      let y = random.uniform((place.horizon + 0.1)...1)
      paint(.disc(Point(random.uniform(-1...1), y), 0.012 + 0.016 * (y - place.horizon)), Paint(petal, shadow: 0.1))
    }
  }

  /// Trunks before foliage with light coming through.
  func forest(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let ground = place.horizon + 0.3
    let (coarse, fine) = (visible(6, 0.5), visible(16, 0.45) * place.detail)
    fill { u, v in
      let leaf =
        coarse * noise.cloud(u * 3.4 + shift.x, v * 3.4 + shift.y)
        + fine * noise.cloud(u * 11 + shift.y, v * 11 + shift.x)
      if v > ground + 0.06 * noise.sample(u * 3 + shift.y, shift.x) {
        return (place.second * 0.6 + place.colour * 0.5) * (1.05 + 0.6 * leaf)
      }
      let glow = max(0, noise.sample(u * 1.3 + shift.y, v * 1.3 + shift.x)) * 0.7
      return place.colour * (0.85 + leaf - 0.2 * v) + RGB(0.5, 0.5, 0.32) * glow * (0.5 - 0.4 * v)
    }
    for _ in 0..<5 {
      let x = random.uniform(-1...1)
      let width = random.uniform(0.04...0.11)
      let haze = random.uniform(0.6...1)
      var trunk = Solid(blend: 0.03)
      trunk.limb(
        Point(x + random.uniform(-0.06...0.06), -1.2), Point(x, ground + 0.1 * width / 0.1), width * 0.8, width)
      paint(trunk, Paint(place.second * haze + place.colour * (1 - haze), seed: place.seed, fur: 0.8, shadow: 0.2))
    }
  }

  /// Sea, foam and sand.
  func beach(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let shore = place.horizon + 0.42
    let (ripple, grain) = (visible(24, 0.12), visible(40, 0.1) * place.detail)
    let air = RGB(0.62, 0.78, 0.9) * 0.6 + place.second * 0.4
    fill { u, v in
      let edge = shore + 0.08 * noise.sample(u * 1.6 + shift.x, shift.y)
      if v > edge {
        let wet: Float = v < edge + 0.07 ? 0.84 : 1
        return place.colour
          * (wet + grain * noise.sample(u * 40 + shift.x, v * 40 + shift.y) + 0.06
            * noise.sample(u * 5 + shift.y, v * 9))
      }
      if v > place.horizon {
        let depth = (v - place.horizon) / 0.42
        let foam: Float = v > edge - 0.03 ? 0.5 : 0
        let wave = ripple * noise.sample(u * (8 - 4 * depth) + shift.y, v * (30 - 12 * depth) + shift.x)
        let water = place.second * (0.75 + 0.4 * depth + wave)
        return water + foam * (Fur.white - water)
      }
      let cloud = place.detail * min(max(2.2 * noise.cloud(u * 1.5 + shift.y, v * 3.4 + shift.x), 0), 0.85)
      return sky(air, v, cloud)
    }
  }
}
