import Foundation

/// An orchid: three sepals, two broad round petals like wings, and a lip of another colour; blooms along an arching stem.
struct Orchid: Motif {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  private var isSpotted: Bool { scene.coat.seed % 3 == 0 }

  private func petal(_ shade: Float, _ centre: Point, _ size: Float) -> Paint {
    var paint = Paint(
      scene.coat.primary * shade, second: scene.coat.secondary * shade,
      pattern: isSpotted ? Pattern(kind: .spots, scale: 9 / size, amount: 0.42) : Pattern(), seed: scene.coat.seed,
      fur: 0.2, gloss: 0.06, relief: 0.9)
    paint.shadow = 0.4
    return paint.marked(centre, Point(0.36, 0.36) * size, scene.coat.secondary * shade, softness: 0.9)
  }

  /// One bloom, `size` from its middle to a sepal's tip.
  private func bloom(_ centre: Point, size: Float, on raster: Raster) {
    for angle in [Float(-1.57), 0.95, 2.19] {
      var sepal = Solid(blend: 0.08 * size)
      let outward = Point(cos(angle), sin(angle)) * size * scene.proportions.tail
      sepal.limb(centre, centre + outward * 0.5, 0.13 * size, 0.24 * size)
      sepal.limb(centre + outward * 0.5, centre + outward * 0.84, 0.24 * size, 0.09 * size)
      raster.paint(sepal, petal(0.86, centre, size))
    }
    for side in [Float(-1), 1] {
      var wing = Solid(blend: 0.16 * size)
      wing.limb(centre, centre + Point(side * 0.35, -0.08) * size, 0.08 * size, 0.26 * size)
      wing.ellipse(
        centre + Point(side * 0.54, -0.13) * size, Point(0.42 * scene.proportions.ear, 0.42) * size, angle: side * -0.2)
      raster.paint(wing, petal(1.04, centre, size))
    }
    let lip = Paint(scene.coat.accent, seed: scene.coat.seed, fur: 0.2, gloss: 0.15, shadow: 0.4)
    for side in [Float(-1), 1] {
      raster.paint(
        .ellipse(centre + Point(side * 0.15, 0.12) * size, Point(0.1, 0.17) * size, angle: side * 0.5), lip.shaded(0.88)
      )
    }
    var tongue = Solid(blend: 0.06 * size)
    tongue.limb(centre + Point(0, 0.12) * size, centre + Point(0, 0.3) * size, 0.07 * size, 0.14 * size)
    tongue.limb(centre + Point(0, 0.3) * size, centre + Point(0, 0.46) * size, 0.14 * size, 0.03 * size)
    raster.paint(tongue, lip.marked(centre + Point(0, 0.16) * size, Point(0.1, 0.12) * size, RGB(0.95, 0.8, 0.3)))
    raster.paint(
      .ellipse(centre + Point(0, -0.02) * size, Point(0.085, 0.12) * size),
      Paint(0.5 * Fur.white + 0.5 * scene.coat.primary, gloss: 0.2, shadow: 0.4))
  }

  /// Strap-like leaves that lie around the foot of the stem.
  private func straps(_ foot: Point, on raster: Raster) {
    for (side, rise) in [(Float(-1), Float(-0.16)), (1, -0.1), (-0.7, 0.08), (0.75, 0.1)] {
      var strap = Solid(blend: 0.04)
      let tip = foot + Point(side * 0.62, rise + 0.06)
      strap.curve(foot, foot + Point(side * 0.3, rise - 0.1), tip, 0.06, 0.03)
      strap.ellipse(foot + Point(side * 0.34, rise - 0.02), Point(0.2, 0.09), angle: side * 0.1)
      raster.paint(strap, Foliage.green.shaded(0.92))
    }
  }

  func paintFace(on raster: Raster) {
    raster.paint(.curve(Point(-0.9, 0.9), Point(-0.5, 0.4), Point(0, 0), 0.035, 0.03), Foliage.green.shaded(0.85))
    let bud = Point(-0.74, 0.56)
    raster.paint(.ellipse(bud, Point(0.12, 0.16), angle: 0.6), petal(0.9, Point(5, 5), 1))
    bloom(Point(0, -0.02), size: 0.86, on: raster)
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.9), Point(0.6, 0.1), strength: 0.45)
    let foot = Point(-0.3, 0.82)
    straps(foot, on: raster)
    let (bend, end) = (Point(-0.5, -0.9), Point(0.72, -0.34 + 0.1 * scene.pose.swing))
    func stem(_ t: Float) -> Point { (1 - t) * (1 - t) * foot + 2 * t * (1 - t) * bend + t * t * end }
    var stalk = Solid(blend: 0.01)
    stalk.curve(foot, bend, end, 0.026, 0.012, pieces: 9)
    raster.paint(stalk, Foliage.green.shaded(0.85))
    for (number, t) in [Float(0.97), 0.9].enumerated() {
      raster.paint(
        .ellipse(stem(t) + Point(0, 0.06), Point(0.05, 0.07) * (1 + 0.3 * Float(number))), petal(0.9, Point(5, 5), 1))
    }
    for (number, t) in [Float(0.76), 0.6, 0.44].enumerated() {
      bloom(stem(t) + Point(0.05, 0.13), size: 0.27 + 0.035 * Float(number), on: raster)
    }
  }
}
