import Autograd
import Foundation

extension Easel {
  /// Fills the whole picture with a place.
  func paint(_ background: Background) {
    place(Placement())
    var random = RandomSource(seed: UInt64(background.seed))
    switch background.kind {
    case .meadow: meadow(background, &random)
    case .room: room(background, &random)
    case .forest: forest(background, &random)
    case .dunes: hills(background, &random, layers: 3, relief: 0.16)
    case .snow: hills(background, &random, layers: 4, relief: 0.34)
    case .beach: beach(background, &random)
    case .clutter: clutter(background, &random)
    case .backdrop: backdrop(background, &random)
    }
  }

  /// Sets every pixel from its coordinates.
  @inline(__always)
  private func fill(_ colour: (Float, Float) -> Colour) {
    for row in 0..<size {
      let start = index(0, row)
      for place in start..<(start + size) {
        let value = colour(u[place], v[place])
        red[place] = value.x
        green[place] = value.y
        blue[place] = value.z
      }
    }
  }

  /// Detail of a frequency, weaker where a period would be less than about two pixels.
  private func visible(_ frequency: Float, _ strength: Float) -> Float {
    strength * min(max(1.4 - frequency * pixel, 0), 1)
  }

  private func sky(_ colour: Colour, _ v: Float, _ cloud: Float) -> Colour {
    let pale = colour + (v + 1) * 0.22 * (Colour(0.97, 0.96, 0.94) - colour)
    return pale + cloud * (Colour(0.98, 0.97, 0.96) - pale)
  }

  private func meadow(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let (coarse, fine) = (visible(9, 0.16), visible(34, 0.2) * place.detail)
    let hill = place.colour * 0.72 + Colour(0.1, 0.14, 0.2)
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
    let petal = random.pick([Fur.white, Colour(0.9, 0.75, 0.3), Colour(0.8, 0.4, 0.5), Colour(0.6, 0.5, 0.8)])
    for _ in 0..<9 {
      let y = random.uniform((place.horizon + 0.1)...1)
      paint(.disc(Point(random.uniform(-1...1), y), 0.012 + 0.016 * (y - place.horizon)), Paint(petal, shadow: 0.1))
    }
  }

  private func room(_ place: Background, _ random: inout RandomSource) {
    let shift = random.uniform(0...200)
    let floor = place.horizon + 0.3
    let paper = random.chance(0.5) ? random.uniform(0.03...0.09) : 0
    let frequency = random.uniform(2...5)
    let grainStrength = visible(40, 0.1)
    let window = random.uniform(-1...1)
    fill { u, v in
      if v < floor {
        let band = noise.sample(u * frequency + shift, 0.5)
        let stripe = abs((u + 4) * frequency - Float(Int32((u + 4) * frequency)) - 0.5) < 0.25 ? paper : 0
        let glow = 0.12 * (1 - min(abs(u - window), 1))
        return place.colour * (0.9 + glow + 0.03 * band - stripe - 0.06 * (v + 1))
      }
      if v < floor + 0.05 { return place.colour * 1.12 }
      let depth = 0.35 + (v - floor)
      let across = u / depth * 1.3 + 30
      let board = Int32(across)
      let tone = 0.1 * noise.white(Int(board) &* 97 &+ Int(place.seed & 1023))
      let seam: Float = across - Float(board) < 0.05 ? 0.8 : 1
      let grain = grainStrength * noise.sample(across * 8, v * 3 + shift)
      return place.second * ((0.95 + tone + grain) * seam)
    }
    hangPicture(place, floor, &random)
  }

  private func hangPicture(_ place: Background, _ floor: Float, _ random: inout RandomSource) {
    guard place.detail > 0.55 else { return }
    let centre = Point(random.uniform(-0.8...0.8), floor - random.uniform(0.7...0.9))
    let half = Point(random.uniform(0.16...0.3), random.uniform(0.16...0.26))
    func frame(_ half: Point) -> Solid {
      .polygon(
        [centre - half, centre + Point(half.x, -half.y), centre + half, centre + Point(-half.x, half.y)], rounding: 0.01
      )
    }
    paint(frame(half), Paint(place.second * 0.8, fur: 0.5))
    paint(frame(half - Point(0.04, 0.04)), Paint(Colour(0.9, 0.88, 0.82) + random.tint(0.08), relief: 0, shadow: 0))
    paint(frame(half - Point(0.09, 0.09)), Paint(Colour(0.5, 0.6, 0.6) + random.tint(0.25), relief: 0, shadow: 0))
  }

  private func forest(_ place: Background, _ random: inout RandomSource) {
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
      return place.colour * (0.85 + leaf - 0.2 * v) + Colour(0.5, 0.5, 0.32) * glow * (0.5 - 0.4 * v)
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

  private func hills(_ place: Background, _ random: inout RandomSource, layers: Int, relief: Float) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let sun = Point(random.uniform(-0.8...0.8), place.horizon - random.uniform(0.3...0.7))
    fill { u, v in
      let (du, dv) = (u - sun.x, v - sun.y)
      let cloud = place.detail * min(max(1.8 * noise.cloud(u * 1.5 + shift.y, v * 3.4 + shift.x), 0), 0.65)
      let halo = max(0, 1 - 1.6 * (du * du + dv * dv).squareRoot())
      return sky(place.second, v, cloud) + Colour(0.25, 0.2, 0.1) * (halo * halo)
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

  private func beach(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let shore = place.horizon + 0.42
    let (ripple, grain) = (visible(24, 0.12), visible(40, 0.1) * place.detail)
    let air = Colour(0.62, 0.78, 0.9) * 0.6 + place.second * 0.4
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

  private func backdrop(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let direction = Point(random.uniform(-0.3...0.3), random.uniform(-0.3...0.3))
    fill { u, v in
      let mottle =
        noise.sample(u * 1.6 + shift.x, v * 1.6 + shift.y) + 0.5 * noise.sample(u * 4 + shift.y, v * 4 + shift.x)
      let blend = min(max(0.5 + direction.x * u + direction.y * v + 0.22 * place.detail * mottle, 0), 1)
      let colour = place.colour + blend * 0.6 * (place.second - place.colour)
      return colour * (1.05 - 0.12 * (u * u + v * v))
    }
  }

  private func clutter(_ place: Background, _ random: inout RandomSource) {
    backdrop(place, &random)
    for _ in 0..<9 {
      let centre = Point(random.uniform(-1...1), random.uniform(-1...1))
      let radius = random.uniform(0.1...0.26)
      let colour =
        place.colour * 0.35 + place.second * 0.2 + Colour(random.uniform(), random.uniform(), random.uniform()) * 0.45
      var paint = Paint(colour, second: colour * 0.7, seed: place.seed, fur: 0.4, relief: 0.8)
      paint.pattern.kind = random.pick([.plain, .plain, .stripes, .spots])
      switch random.below(4) {
      case 0: self.paint(.disc(centre, radius), paint)
      case 1: self.paint(.ellipse(centre, Point(radius * 1.4, radius * 0.7), angle: random.uniform(0...3)), paint)
      case 2:
        let turn = random.uniform(0...2)
        let corners = (0..<3).map { centre + radius * Point(cos(turn + 2.1 * Float($0)), sin(turn + 2.1 * Float($0))) }
        self.paint(.polygon(corners, rounding: 0.04), paint)
      default:
        let (along, across) = (Point(radius, radius * 0.3), Point(-radius * 0.3, radius) * random.uniform(0.4...1))
        self.paint(
          .polygon(
            [centre - along - across, centre + along - across, centre + along + across, centre - along + across],
            rounding: 0.03), paint)
      }
    }
  }
}
