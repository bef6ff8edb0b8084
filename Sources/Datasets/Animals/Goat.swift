import Foundation

/// A goat: horns that curve back, a beard, ears held sideways, bars for pupils.
struct Goat: Motif {
  private let scene: Scene
  private let coat: Paint
  private let horn = Paint(
    RGB(0.5, 0.43, 0.34), second: RGB(0.3, 0.25, 0.2), pattern: Pattern(kind: .tabby, scale: 16, amount: 0.5),
    gloss: 0.1)

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 1.3)
  }

  private var beard: Paint { Paint(scene.coat.accent * 0.95, seed: scene.coat.seed, fur: 1.8) }

  func paintFace(on raster: Raster) {
    let (ear, length, rise) = (scene.proportions.ear, scene.proportions.muzzle, scene.proportions.horn)
    raster.sittingBody(coat, girth: scene.proportions.girth * 0.95, foot: RGB(0.24, 0.2, 0.18))
    for side in [Float(-1), 1] {
      var curve = Solid(blend: 0.04)
      let base = Point(side * 0.13, -0.5)
      curve.curve(
        base, base + Point(side * 0.08, -0.42 * rise), base + Point(side * 0.42, -0.4 * rise), 0.1, 0.03, pieces: 7)
      raster.paint(curve, horn)
      var leaf = Solid(blend: 0.05)
      let root = Point(side * 0.28, -0.38)
      leaf.limb(root, root + Point(side * 0.18, 0.05), 0.08, 0.11)
      leaf.limb(root + Point(side * 0.18, 0.05), root + Point(side * 0.4 * ear, 0.17), 0.11, 0.03)
      raster.paint(leaf, coat.plain)
      raster.paint(
        .curve(
          root + Point(side * 0.08, 0.03), root + Point(side * 0.2, 0.06), root + Point(side * 0.32 * ear, 0.14), 0.05,
          0.02),
        Paint(Fur.pink * 0.85, relief: 0.3, shadow: 0))
    }
    let end = 0.2 * length
    var tuft = Solid(blend: 0.05)
    tuft.curve(Point(0, end + 0.1), Point(0.03, end + 0.3), Point(-0.02, end + 0.2 + 0.26 * length), 0.15, 0.03)
    var head = Solid(blend: 0.1)
    head.ellipse(Point(0, -0.36), Point(0.32, 0.28))
    head.limb(Point(0, -0.3), Point(0, end), 0.27, 0.16)
    head.ellipse(Point(0, end), Point(0.2, 0.16), lift: 0.03)
    raster.paint(tuft, beard)
    raster.paint(
      head, coat.marked(Point(0, end + 0.04), Point(0.22, 0.2), scene.coat.accent, softness: 0.4))
    raster.eyes(Point(0, -0.32), apart: 0.235, 0.075, amber, pupil: .bar)
    raster.nose(Point(0, end - 0.05), 0.075, RGB(0.4, 0.28, 0.26))
    raster.mouth(Point(0, end), width: 0.11, drop: 0.06, scene.expression)
  }

  private var amber: Scene.Expression {
    var expression = scene.expression
    expression.iris = RGB(0.82, 0.62, 0.22)
    return expression
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.92
    body.length = 0.6
    body.chest *= 1.0
    body.rump *= 0.98
    body.neck = Point(0.22, -0.3)
    body.neckRadii = Point(0.18, 0.13)
    body.legRadii = Point(0.095, 0.046)
    body.hoof = RGB(0.22, 0.18, 0.16)
    let root = body.hip + Point(-0.17, -0.14)
    raster.paint(
      .curve(root, root + Point(-0.08, -0.06), root + Point(-0.1, -0.18 * scene.proportions.tail), 0.06, 0.03), coat)
    body.paint(coat, on: raster)
    let head = HeadFrame(origin: body.head, angle: 0.5)
    let rise = scene.proportions.horn
    for (shift, shade) in [(Float(0.05), Float(0.7)), (-0.02, 1)] {
      var curve = Solid(blend: 0.03)
      let base = head(shift, -0.1)
      curve.curve(base, base + Point(0.02, -0.36 * rise), base + Point(-0.36 * rise, -0.24), 0.062, 0.02, pieces: 7)
      raster.paint(curve, horn.shaded(shade))
    }
    let end = 0.3 * scene.proportions.muzzle
    var tuft = Solid(blend: 0.04)
    let chin = head(end - 0.02, 0.08)
    tuft.curve(chin, chin + Point(0, 0.12), chin + Point(-0.05, 0.1 + 0.2 * scene.proportions.muzzle), 0.07, 0.02)
    raster.paint(tuft, beard)
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0), Point(0.155, 0.145))
    skull.limb(head(0.05, 0.01), head(end, 0.02), 0.12, 0.08)
    raster.paint(skull, coat.marked(head(end, 0.04), Point(0.12, 0.12), scene.coat.accent, softness: 0.4))
    var leaf = Solid(blend: 0.04)
    leaf.limb(head(-0.06, -0.03), head(-0.12, 0.06), 0.045, 0.06)
    leaf.limb(head(-0.12, 0.06), head(-0.17, 0.06 + 0.17 * scene.proportions.ear), 0.06, 0.025)
    raster.paint(leaf, coat.plain.shaded(0.92))
    raster.eye(head(0.1, -0.04), 0.04, amber, pupil: .bar)
    raster.paint(.ellipse(head(end + 0.06, -0.01), Point(0.028, 0.02)), .flat(RGB(0.25, 0.16, 0.15)))
    raster.paint(
      .curve(head(end + 0.06, 0.06), head(end, 0.07), head(end - 0.09, 0.05), 0.009, 0.006),
      .flat(RGB(0.2, 0.12, 0.12)))
  }
}
