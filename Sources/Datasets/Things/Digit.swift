import Foundation

/// A digit written by hand: strokes of a pen, or of a broad brush, in the manner of one of several hands.
struct Digit: Motif {
  private let scene: Scene
  /// The digit, 0 … 9.
  private let value: Int
  private let ink: Paint

  /// Dark inks, as index into which a breed is `value * inks.count + ink`.
  private static let inkColours: [RGB] = [
    RGB(0.12, 0.12, 0.14), RGB(0.12, 0.2, 0.48), RGB(0.58, 0.12, 0.14), RGB(0.1, 0.34, 0.24), RGB(0.35, 0.2, 0.4),
  ]

  /// All digits in all inks.
  static let breeds: [Breed] = (0...9).flatMap { value in
    inkColours.map { Breed($0, $0, $0, name: ClassName("digit \(value)", indonesian: "angka \(value)")) }
  }

  /// The breeds that show one digit.
  static func inks(of value: Int) -> [Int] {
    Array((value * inkColours.count)..<((value + 1) * inkColours.count))
  }

  init(_ scene: Scene) {
    self.scene = scene
    value = scene.breed / Self.inkColours.count
    ink = Paint(scene.coat.primary, seed: scene.coat.seed, fur: 0.8, relief: 0, shadow: 0)
  }

  /// Which of a digit's forms this hand writes.
  private var hand: Int { Int(scene.coat.seed % 60) }

  func paintFace(on raster: Raster) {
    write(width: 0.045 + 0.015 * scene.proportions.girth, taper: 0.15, on: raster)
  }

  func paintBody(on raster: Raster) {
    write(width: 0.105 * scene.proportions.girth, taper: 0.5, on: raster)
  }

  /// Writes the strokes; towards their ends they thin by `taper`.
  private func write(width: Float, taper: Float, on raster: Raster) {
    for (number, stroke) in strokes.enumerated() {
      let points = smooth(stroke.enumerated().map { place($0.element, 10 * number + $0.offset, raster) })
      var line = Solid(blend: 0.004)
      for index in points.indices.dropLast() {
        func radius(_ index: Int) -> Float {
          let t = Float(index) / Float(points.count - 1)
          return width * (1 - taper * t * t) * (1 + 0.1 * raster.noise.sample(Float(index) * 0.4, Float(hand)))
        }
        line.limb(points[index], points[index + 1], radius(index), radius(index + 1))
      }
      raster.paint(line, ink)
    }
  }

  /// A point of the copybook's digit as this hand puts it: stretched, slanted and a little off.
  private func place(_ point: Point, _ number: Int, _ raster: Raster) -> Point {
    let seed = Int(scene.coat.seed & 0x3FFF)
    let off = Point(raster.noise.white(seed + 2 * number), raster.noise.white(seed + 2 * number + 1)) * 0.045
    let slant = -0.2 * scene.pose.swing - 0.06
    let x = point.x * 0.95 * scene.proportions.ear + slant * point.y
    return Point(x, point.y * 0.95 * scene.proportions.leg) + off
  }

  /// A curve through the points (Catmull and Rom, 1974), six steps from each to the next.
  private func smooth(_ points: [Point]) -> [Point] {
    guard points.count > 2 else { return points }
    var result: [Point] = []
    for index in 0..<(points.count - 1) {
      let (a, b, c) = (points[max(index - 1, 0)], points[index], points[index + 1])
      let d = points[min(index + 2, points.count - 1)]
      for step in 0..<6 {
        let t = Float(step) / 6
        let (linear, square) = ((c - a) * t, (2 * a - 5 * b + 4 * c - d) * (t * t))
        let cube = (3 * b - 3 * c + d - a) * (t * t * t)
        result.append(0.5 * (2 * b + linear + square + cube))
      }
    }
    return result + points.suffix(1)
  }

  /// The strokes of the digit in this hand, in a box from (-0.5, -0.8) to (0.5, 0.8).
  private var strokes: [[Point]] {
    func path(_ values: Float...) -> [Point] {
      stride(from: 0, to: values.count - 1, by: 2).map { Point(values[$0], values[$0 + 1]) }
    }
    switch value {
    case 0:
      return [
        path(
          0.05, -0.78, -0.35, -0.55, -0.46, 0, -0.32, 0.58, 0.02, 0.78, 0.36, 0.55, 0.46, 0, 0.34, -0.56, 0.02, -0.78)
      ]
    case 1:
      let stem = path(0.08, -0.8, 0.08, 0.8)
      switch hand % 3 {
      case 0: return [stem]
      case 1: return [path(-0.28, -0.42, -0.08, -0.6, 0.08, -0.8), stem]
      default: return [path(-0.26, -0.5, -0.08, -0.64, 0.08, -0.8), stem, path(-0.26, 0.8, 0.42, 0.8)]
      }
    case 2:
      let bow = path(-0.42, -0.45, -0.3, -0.7, 0.05, -0.8, 0.38, -0.6, 0.36, -0.25, 0.02, 0.2, -0.44, 0.76)
      if hand % 3 == 0 {
        return [bow + path(-0.4, 0.55, -0.2, 0.56, 0.1, 0.76, 0.46, 0.68)]
      }
      return [bow, path(-0.44, 0.76, 0.46, 0.76)]
    case 3:
      let belly = path(-0.05, -0.08, 0.3, 0.05, 0.42, 0.38, 0.22, 0.7, -0.12, 0.8, -0.42, 0.6)
      if hand % 3 == 0 { return [path(-0.38, -0.78, 0.36, -0.78), path(0.36, -0.78, -0.05, -0.12), belly] }
      return [path(-0.4, -0.6, -0.12, -0.8, 0.2, -0.76, 0.36, -0.5, 0.22, -0.2, -0.05, -0.08), belly]
    case 4:
      if hand % 2 == 0 {
        return [path(0.1, -0.8, -0.46, 0.28), path(-0.46, 0.28, 0.48, 0.28), path(0.18, -0.3, 0.14, 0.8)]
      }
      return [
        path(-0.36, -0.75, -0.42, -0.2, -0.4, 0.1), path(-0.4, 0.1, 0.44, 0.06), path(0.28, -0.78, 0.24, 0.8),
      ]
    case 5:
      return [
        path(-0.28, -0.76, -0.34, -0.12),
        path(-0.34, -0.12, -0.02, -0.26, 0.32, -0.1, 0.44, 0.24, 0.3, 0.62, -0.04, 0.8, -0.4, 0.62),
        path(-0.28, -0.76, 0.38, -0.78),
      ]
    case 6:
      return [
        path(
          0.28, -0.78, -0.12, -0.5, -0.4, 0.05, -0.38, 0.55, -0.05, 0.8, 0.32, 0.62, 0.4, 0.26, 0.14, 0.0, -0.2, 0.12,
          -0.4, 0.42)
      ]
    case 7:
      let leg = path(0.44, -0.74, 0.12, -0.1, -0.12, 0.8)
      let bar = hand % 2 == 0 ? [path(-0.2, 0.04, 0.34, 0.0)] : []
      return [path(-0.44, -0.72, 0.44, -0.74), leg] + bar
    case 8:
      return [
        path(
          0.3, -0.58, 0.0, -0.8, -0.32, -0.58, -0.24, -0.26, 0.08, -0.04, 0.38, 0.26, 0.3, 0.66, -0.02, 0.8, -0.36,
          0.62,
          -0.36, 0.26, -0.04, -0.04, 0.26, -0.28, 0.3, -0.58)
      ]
    default:
      let loop = path(0.36, -0.4, 0.14, -0.76, -0.2, -0.74, -0.4, -0.4, -0.24, -0.08, 0.1, -0.1, 0.36, -0.4)
      if hand % 2 == 0 { return [loop, path(0.38, -0.72, 0.36, 0, 0.26, 0.8)] }
      return [loop, path(0.36, -0.4, 0.38, 0.1, 0.24, 0.6, -0.08, 0.8, -0.34, 0.66)]
    }
  }
}
