import Autograd
import Foundation

/// Places under a roof.
extension Raster {
  /// A wall with or without paper, a floor of boards, perhaps a picture.
  func room(_ place: Background, _ random: inout RandomSource) {
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
    paint(frame(half - Point(0.04, 0.04)), Paint(RGB(0.9, 0.88, 0.82) + random.tint(0.08), relief: 0, shadow: 0))
    paint(frame(half - Point(0.09, 0.09)), Paint(RGB(0.5, 0.6, 0.6) + random.tint(0.25), relief: 0, shadow: 0))
  }

  /// A mottled cloth.
  func backdrop(_ place: Background, _ random: inout RandomSource) {
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

  /// Coloured things strewn over a cloth.
  func clutter(_ place: Background, _ random: inout RandomSource) {
    backdrop(place, &random)
    for _ in 0..<9 {
      let centre = Point(random.uniform(-1...1), random.uniform(-1...1))
      let radius = random.uniform(0.1...0.26)
      let colour =
        place.colour * 0.35 + place.second * 0.2 + RGB(random.uniform(), random.uniform(), random.uniform()) * 0.45
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
