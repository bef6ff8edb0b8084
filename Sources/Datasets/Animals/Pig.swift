import Foundation

/// A pig: a barrel on short legs, a flat snout with two nostrils, folded ears, a curly tail.
struct Pig: Motif {
  private let scene: Scene
  private let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 0.35)
  }

  private var snout: RGB { scene.coat.accent * RGB(1, 0.86, 0.85) }

  /// The flat end of the snout, with its nostrils.
  private func disc(_ centre: Point, _ radii: Point, turn: Float = 0, on raster: Raster) {
    raster.paint(.ellipse(centre, radii, angle: turn), Paint(snout, fur: 0.15, gloss: 0.15, shadow: 0.25))
    raster.paint(
      .ellipse(centre, radii * 0.84, angle: turn), Paint(snout * 1.06, relief: 0.5, shadow: 0))
    let across = Point(cos(turn), sin(turn)) * radii.x * 0.42
    for nostril in [centre - across, centre + across] {
      raster.paint(.ellipse(nostril, Point(radii.x * 0.2, radii.y * 0.34), angle: turn), .flat(snout * 0.3))
    }
  }

  func paintFace(on raster: Raster) {
    let (ear, muzzle) = (scene.proportions.ear, scene.proportions.muzzle)
    raster.sittingBody(coat, girth: 1.22 * scene.proportions.girth, foot: RGB(0.3, 0.24, 0.22))
    var head = Solid(blend: 0.12)
    head.ellipse(Point(0, -0.24), Point(0.5, 0.42))
    head.ellipse(Point(-0.22, -0.02), Point(0.27, 0.24))
    head.ellipse(Point(0.22, -0.02), Point(0.27, 0.24))
    var face = coat
    face.shadow = 0.45
    raster.paint(head, face)
    for side in [Float(-1), 1] {
      // Ears fold forwards over the brow.
      let corners = [
        Point(side * 0.14, -0.58), Point(side * 0.5, -0.5), Point(side * 0.47, -0.16 - 0.06 / ear),
      ]
      raster.paint(
        .polygon(corners, rounding: 0.07 * ear), Paint(scene.coat.primary * 0.93, seed: scene.coat.seed, fur: 0.4))
      let middle = (corners[0] + corners[1] + corners[2]) / 3
      raster.paint(
        .polygon(corners.map { middle + ($0 - middle) * 0.5 }, rounding: 0.03),
        Paint(0.6 * snout + 0.3 * scene.coat.primary, relief: 0.4, shadow: 0))
    }
    raster.eyes(Point(0, -0.2), apart: 0.25, 0.06, scene.expression, pupilSize: 0.75)
    raster.mouth(Point(0, 0.12), width: 0.17, drop: 0.05, scene.expression)
    disc(Point(0, 0.02), Point(0.22 * muzzle, 0.165), on: raster)
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.58
    body.length = 0.66
    body.chest *= 1.28
    body.rump *= 1.36
    body.neck = Point(0.22, -0.02)
    body.neckRadii = Point(0.25, 0.22)
    body.legRadii = Point(0.11, 0.058)
    body.hoof = RGB(0.3, 0.24, 0.22)
    body.ground = 0.72
    let root = body.hip + Point(-0.29, -0.1)
    var tail = Solid(blend: 0.01)
    for step in 0..<10 {
      func point(_ step: Int) -> Point {
        let angle = Float(step) * 0.85
        return root + Point(-0.025 * Float(step), 0) + Point(cos(angle) - 1, -sin(angle)) * 0.06
          * scene.proportions.tail
      }
      tail.limb(point(step), point(step + 1), 0.026, 0.024)
    }
    raster.paint(tail, coat.plain)
    body.paint(coat, on: raster)
    let head = HeadFrame(origin: body.head + Point(0.06, 0), angle: 0.22)
    let end = 0.32 * scene.proportions.muzzle
    var skull = Solid(blend: 0.08)
    skull.ellipse(head(0, 0), Point(0.25, 0.23))
    skull.limb(head(0.1, 0.07), head(end, 0.07), 0.14, 0.095)
    skull.ellipse(head(0.08, 0.13), Point(0.16, 0.12))
    raster.paint(skull, coat)
    raster.paint(
      .ellipse(head(end + 0.05, 0.07), Point(0.055, 0.125), angle: 0.22), Paint(snout, gloss: 0.12, shadow: 0.2))
    for step in [Float(-0.045), 0.045] {
      raster.paint(.ellipse(head(end + 0.065, 0.07 + step), Point(0.016, 0.026)), .flat(snout * 0.3))
    }
    raster.paint(
      .curve(
        head(end - 0.01, 0.17), head(end - 0.1, 0.22), head(end - 0.18, 0.16 - 0.03 * scene.expression.smile), 0.011,
        0.008),
      .flat(snout * 0.35))
    raster.eye(head(0.12, -0.05), 0.042, scene.expression, pupilSize: 0.75)
    raster.paint(
      .polygon([head(-0.13, -0.17), head(0.06, -0.2), head(0.1, 0.0 - 0.04 / scene.proportions.ear)], rounding: 0.05),
      Paint(scene.coat.primary * 0.92, seed: scene.coat.seed, fur: 0.4))
  }
}
