import Autograd
import Foundation

/// A leaf of a plant, flat before you or three of them on a twig, with or without a disease.
struct Leaf: Motif {
  private let scene: Scene
  private let condition: LeafCondition

  init(_ scene: Scene) {
    self.scene = scene
    condition = LeafCondition(breed: scene.breed)
  }

  /// One of four forms: how wide the leaf is at a part of its length, 0 … 1.
  private func width(_ t: Float) -> Float {
    let wide = scene.proportions.girth
    switch scene.coat.seed % 4 {
    case 0: return wide * 0.36 * pow(sin(.pi * pow(t, 0.75)), 0.85)
    case 1: return wide * 0.26 * pow(sin(.pi * pow(t, 0.85)), 0.9)
    case 2: return wide * 0.44 * pow(sin(.pi * pow(t, 0.55)), 0.9)
    default: return wide * 0.4 * pow(sin(.pi * pow(t, 0.7)), 0.8) * (1 + 0.16 * sin(20 * t))
    }
  }

  func paintFace(on raster: Raster) {
    raster.groundShadow(Point(0, 0.1), Point(0.8, 0.75), strength: 0.25)
    blade(from: Point(-0.62, 0.68), to: Point(0.68, -0.72), number: 0, on: raster)
  }

  func paintBody(on raster: Raster) {
    let (foot, end) = (Point(-0.1, 0.95), Point(0.04, -0.2))
    raster.paint(
      .curve(foot, Point(0.1 * scene.pose.swing, 0.4), end, 0.035, 0.02), Paint(RGB(0.45, 0.34, 0.22), fur: 0.8))
    blade(from: Point(-0.04, 0.5), to: Point(-0.86, -0.02 + 0.1 * scene.pose.swing), number: 1, on: raster)
    blade(from: Point(0.0, 0.34), to: Point(0.86, 0.06 - 0.1 * scene.pose.swing), number: 2, on: raster)
    blade(from: Point(0.02, 0.02), to: Point(0.1, -0.9), number: 3, on: raster)
  }

  /// A whole leaf with its veins and what grows on it.
  private func blade(from root: Point, to tip: Point, number: Int, on raster: Raster) {
    let along = tip - root
    let across = Point(-along.y, along.x)
    func point(_ t: Float, _ side: Float) -> Point { root + along * (0.12 + 0.88 * t) + across * side }
    let steps = 22
    let outline = (0...steps).map { step -> Point in
      let t = Float(step) / Float(steps)
      let tooth: Float = step % 2 == 0 ? 0.9 : 1.05
      return point(t, width(t) * tooth)
    }
    let other = (1..<steps).reversed().map { step -> Point in
      let t = Float(step) / Float(steps)
      let tooth: Float = step % 2 == 0 ? 0.9 : 1.05
      return point(t, -width(t) * tooth)
    }
    var paint = Paint(
      scene.coat.primary, second: 0.6 * scene.coat.primary + 0.4 * scene.coat.accent,
      pattern: Pattern(kind: .patches, scale: 3, amount: 0.28),
      seed: scene.coat.seed &+ UInt32(number), fur: 0.35, gloss: 0.08, shadow: 0.45)
    paint.marks = marks(length: (along * along).sum().squareRoot(), number, point)
    raster.paint(.curve(root, root + along * 0.08, root + along * 0.2, 0.03, 0.022), Paint(scene.coat.secondary))
    raster.paint(.polygon(outline + other, rounding: 0.008), paint)
    let vein = Paint(scene.coat.secondary, relief: 0.6, shadow: 0.12)
    raster.paint(.curve(root, point(0.4, 0), point(0.96, 0), 0.018, 0.005), vein)
    for step in 1...5 {
      let t = 0.14 * Float(step)
      for side in [Float(-1), 1] {
        raster.paint(
          .curve(
            point(t, 0), point(t + 0.08, side * 0.4 * width(t + 0.06)), point(t + 0.15, side * 0.82 * width(t + 0.15)),
            0.008, 0.004), vein)
      }
    }
  }

  /// The spots of the disease, as marks that end at the leaf's edge.
  private func marks(length: Float, _ number: Int, _ point: (Float, Float) -> Point) -> [Paint.Mark] {
    var random = RandomSource(seed: UInt64(scene.coat.seed), stream: UInt64(number))
    func somewhere(_ reach: Float) -> Point {
      let t = random.uniform(0.12...0.88)
      return point(t, random.uniform(-reach...reach) * width(t))
    }
    let size = 0.3 + 0.4 * length
    switch condition {
    case .healthy: return []
    case .rust:
      return (0..<(14 + random.below(12))).flatMap { _ in
        let (centre, radius) = (somewhere(0.85), random.uniform(0.028...0.055) * size)
        let round = Point(radius, radius * random.uniform(0.8...1.2))
        return [
          Paint.Mark(centre: centre, radii: round * 1.8, colour: RGB(0.85, 0.76, 0.3), softness: 0.6),
          Paint.Mark(centre: centre, radii: round, colour: RGB(0.74, 0.34, 0.08), softness: 0.25),
        ]
      }
    case .blight:
      // Dead tissue spreads from a few places; what touches runs together, so halos come first and dark cores last.
      let places = (0..<(3 + random.below(2))).flatMap { _ -> [(Point, Point)] in
        let (centre, radius) = (somewhere(1), random.uniform(0.12...0.24) * size)
        return (0..<3).map { _ in
          let off = Point(random.uniform(-1...1), random.uniform(-1...1)) * radius * 0.75
          return (centre + off, Point(radius, radius) * random.uniform(0.6...1))
        }
      }
      let layers: [(Float, RGB, Float)] = [
        (1.3, RGB(0.76, 0.7, 0.32), 0.2), (1, RGB(0.36, 0.25, 0.15), 0.12), (0.8, RGB(0.52, 0.39, 0.25), 0.2),
      ]
      let cores = places.map { centre, radii in
        Paint.Mark(centre: centre, radii: radii * 0.3, colour: RGB(0.2, 0.14, 0.1), softness: 0.5)
      }
      return layers.flatMap { scale, colour, softness in
        places.map { Paint.Mark(centre: $0.0, radii: $0.1 * scale, colour: colour, softness: softness) }
      } + cores
    case .mildew:
      return (0..<(7 + random.below(6))).map { _ in
        let (centre, radius) = (somewhere(0.9), random.uniform(0.09...0.21) * size)
        return Paint.Mark(
          centre: centre, radii: Point(radius, radius * random.uniform(0.7...1.2)),
          colour: RGB(0.88, 0.89, 0.87) * random.uniform(0.92...1.04), softness: 0.75)
      }
    }
  }
}
