import Foundation

/// A butterfly: four wings with dark rims and spots, a slender body, antennae.
struct Butterfly: Motif {
  private let scene: Scene
  private let body = Paint(RGB(0.16, 0.12, 0.1), fur: 1)

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// One wing as a rim, a field and spots, between a root and an outward direction.
  private func wing(_ root: Point, _ centre: Point, _ radii: Point, angle: Float, shade: Float, on raster: Raster) {
    var outline = Solid(blend: 0.12)
    outline.ellipse(centre, radii, angle: angle, bulge: 0.25)
    outline.limb(root, centre, 0.05, 0.16)
    raster.paint(outline, Paint(scene.coat.secondary * shade, seed: scene.coat.seed, fur: 0.4, relief: 0.7))
    var field = Solid(blend: 0.1)
    let middle = centre + (root - centre) * 0.1
    field.ellipse(middle, radii * 0.77, angle: angle, bulge: 0.25)
    field.limb(root + (centre - root) * 0.18, middle, 0.03, 0.12)
    raster.paint(
      field,
      Paint(
        scene.coat.primary * shade, second: scene.coat.primary * shade * 0.62,
        pattern: Pattern(kind: .tabby, scale: 5, amount: 0.4),
        seed: scene.coat.seed, fur: 0.3, relief: 0.6, shadow: 0))
    let outward = (centre - root) / ((centre - root) * (centre - root)).sum().squareRoot()
    let across = Point(-outward.y, outward.x)
    let spot = Paint(scene.coat.accent * shade, relief: 0.2, shadow: 0)
    for step in [Float(-1), 0, 1] {
      let reach = min(radii.x, radii.y)
      raster.paint(
        .disc(centre + outward * reach * (0.72 - 0.1 * abs(step)) + across * step * reach * 0.45, 0.045), spot)
    }
  }

  private func antennae(_ head: Point, _ spread: Float, lean: Float, on raster: Raster) {
    for side in [-spread, spread] {
      let tip = head + Point(side + lean, -0.36 * scene.proportions.horn)
      raster.paint(.curve(head, head + Point(side * 0.2 + lean, -0.25), tip, 0.012, 0.01), body.plain)
      raster.paint(.disc(tip, 0.028), body.plain)
    }
  }

  func paintFace(on raster: Raster) {
    let reach = scene.proportions.ear
    let lift = 0.08 * scene.pose.swing
    for side in [Float(-1), 1] {
      wing(
        Point(side * 0.04, 0.08), Point(side * 0.36 * reach, 0.42), Point(0.27, 0.36), angle: side * -0.45, shade: 0.9,
        on: raster)
      wing(
        Point(side * 0.04, -0.1), Point(side * 0.45 * reach, -0.28 - lift), Point(0.3, 0.46), angle: side * 0.75,
        shade: 1, on: raster)
    }
    antennae(Point(0, -0.38), 0.18, lean: 0, on: raster)
    var trunk = Solid(blend: 0.04)
    trunk.limb(Point(0, -0.22), Point(0, 0.08), 0.075, 0.065)
    trunk.limb(Point(0, 0.08), Point(0, 0.2 + 0.32 * scene.proportions.tail), 0.06, 0.03)
    trunk.ellipse(Point(0, -0.36), Point(0.085, 0.085))
    raster.paint(trunk, body)
    raster.eyes(Point(0, -0.38), apart: 0.055, 0.026, scene.expression)
  }

  func paintBody(on raster: Raster) {
    let reach = scene.proportions.ear
    let open = 0.12 * scene.pose.swing
    wing(Point(0.08, 0.2), Point(0.26 + open, -0.34), Point(0.28, 0.5 * reach), angle: 0.35, shade: 0.7, on: raster)
    wing(Point(-0.06, 0.24), Point(-0.5, 0.22), Point(0.34 * reach, 0.27), angle: -0.1, shade: 0.9, on: raster)
    wing(Point(0.02, 0.2), Point(-0.2 - open, -0.3), Point(0.32, 0.52 * reach), angle: -0.55, shade: 1, on: raster)
    antennae(Point(0.42, 0.1), 0.1, lean: 0.22, on: raster)
    var trunk = Solid(blend: 0.05)
    trunk.limb(Point(0.3, 0.2), Point(0.05, 0.3), 0.08, 0.075)
    trunk.limb(Point(0.05, 0.3), Point(-0.2 - 0.2 * scene.proportions.tail, 0.46), 0.065, 0.03)
    trunk.ellipse(Point(0.41, 0.14), Point(0.09, 0.085))
    raster.paint(trunk, body)
    raster.eye(Point(0.44, 0.12), 0.032, scene.expression)
    for step in [Float(0), 0.12, 0.24] {
      raster.paint(
        .curve(Point(0.24 - step, 0.3), Point(0.3 - step, 0.4), Point(0.26 - step, 0.5), 0.012, 0.008), body.plain)
    }
  }
}
