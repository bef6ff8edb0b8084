import Autograd
import Foundation

/// What ails a leaf.
enum LeafCondition: Int, CaseIterable {
  case healthy, rust, blight, mildew

  /// Colours in which leaves grow: blade, vein and edge.
  private static let foliage: [Breed] = [
    Breed(RGB(0.3, 0.52, 0.2), RGB(0.6, 0.72, 0.42), RGB(0.2, 0.36, 0.14)),
    Breed(RGB(0.17, 0.36, 0.2), RGB(0.45, 0.6, 0.42), RGB(0.12, 0.26, 0.14)),
    Breed(RGB(0.52, 0.64, 0.24), RGB(0.8, 0.84, 0.56), RGB(0.38, 0.48, 0.16)),
    Breed(RGB(0.46, 0.2, 0.22), RGB(0.75, 0.48, 0.45), RGB(0.32, 0.13, 0.15)),
    Breed(RGB(0.4, 0.52, 0.46), RGB(0.68, 0.76, 0.68), RGB(0.28, 0.38, 0.34)),
  ]

  /// All conditions on all foliage: a breed's index is `condition * foliage.count + foliage`.
  static let breeds: [Breed] = allCases.flatMap { _ in foliage }

  /// The breeds that show this condition.
  var foliage: [Int] { Array((rawValue * Self.foliage.count)..<((rawValue + 1) * Self.foliage.count)) }

  /// The condition that a breed shows.
  init(breed: Int) {
    self = LeafCondition(rawValue: breed / Self.foliage.count) ?? .healthy
  }

  var name: ClassName {
    switch self {
    case .healthy: ClassName("healthy", indonesian: "sehat")
    case .rust: ClassName("rust", indonesian: "karat")
    case .blight: ClassName("blight", indonesian: "hawar")
    case .mildew: ClassName("mildew", indonesian: "embun tepung")
    }
  }

  /// The condition as a part of a caption.
  var marks: ClassName {
    self == .healthy
      ? ClassName(" without spots", indonesian: " tanpa bercak")
      : ClassName(" with \(name.english)", indonesian: " dengan \(name.indonesian)")
  }
}

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

  func paintFace(on easel: Easel) {
    easel.groundShadow(Point(0, 0.1), Point(0.8, 0.75), strength: 0.25)
    blade(from: Point(-0.62, 0.68), to: Point(0.68, -0.72), number: 0, on: easel)
  }

  func paintBody(on easel: Easel) {
    let (foot, end) = (Point(-0.1, 0.95), Point(0.04, -0.2))
    easel.paint(
      .curve(foot, Point(0.1 * scene.pose.swing, 0.4), end, 0.035, 0.02), Paint(RGB(0.45, 0.34, 0.22), fur: 0.8))
    blade(from: Point(-0.04, 0.5), to: Point(-0.86, -0.02 + 0.1 * scene.pose.swing), number: 1, on: easel)
    blade(from: Point(0.0, 0.34), to: Point(0.86, 0.06 - 0.1 * scene.pose.swing), number: 2, on: easel)
    blade(from: Point(0.02, 0.02), to: Point(0.1, -0.9), number: 3, on: easel)
  }

  /// A whole leaf with its veins and what grows on it.
  private func blade(from root: Point, to tip: Point, number: Int, on easel: Easel) {
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
      scene.coat.primary, second: scene.coat.accent, pattern: Pattern(kind: .patches, scale: 3, amount: 0.28),
      seed: scene.coat.seed &+ UInt32(number), fur: 0.35, gloss: 0.08, shadow: 0.45)
    paint.marks = marks(length: (along * along).sum().squareRoot(), number, point)
    easel.paint(.curve(root, root + along * 0.08, root + along * 0.2, 0.03, 0.022), Paint(scene.coat.secondary))
    easel.paint(.polygon(outline + other, rounding: 0.008), paint)
    let vein = Paint(scene.coat.secondary, relief: 0.6, shadow: 0.12)
    easel.paint(.curve(root, point(0.4, 0), point(0.96, 0), 0.018, 0.005), vein)
    for step in 1...5 {
      let t = 0.14 * Float(step)
      for side in [Float(-1), 1] {
        easel.paint(
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
      return (0..<(3 + random.below(3))).flatMap { _ in
        let (centre, radius) = (somewhere(1), random.uniform(0.14...0.3) * size)
        let round = Point(radius, radius * random.uniform(0.6...1.1))
        return [
          Paint.Mark(centre: centre, radii: round * 1.22, colour: RGB(0.78, 0.72, 0.36), softness: 0.22),
          Paint.Mark(centre: centre, radii: round, colour: RGB(0.42, 0.3, 0.18), softness: 0.1),
          Paint.Mark(centre: centre, radii: round * 0.74, colour: RGB(0.56, 0.44, 0.3), softness: 0.1),
          Paint.Mark(centre: centre, radii: round * 0.5, colour: RGB(0.26, 0.18, 0.12), softness: 0.25),
        ]
      }
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
