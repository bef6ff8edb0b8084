/// A dog: long muzzle, large dark nose, ears that hang or stand, a tail that is carried high.
struct Dog: Motif {
  private let scene: Scene
  private let coat: Paint
  private let ears: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat)
    ears = Paint(scene.coat.secondary * 0.85, seed: scene.coat.seed, fur: 1)
  }

  private var hasHangingEars: Bool { scene.coat.seed % 3 != 0 }

  func paintFace(on raster: Raster) {
    let (ear, muzzle) = (scene.proportions.ear, scene.proportions.muzzle)
    raster.sittingBody(coat, girth: scene.proportions.girth, chest: scene.coat.accent)
    if !hasHangingEars {
      raster.pointedEars(
        inner: Point(0.14, -0.52), outer: Point(0.44, -0.3), tip: Point(0.36, -0.58 - 0.28 * ear), rounding: 0.07,
        ears, inside: scene.coat.primary * 0.7)
    }
    var head = Solid(blend: 0.12)
    head.ellipse(Point(0, -0.3), Point(0.43, 0.37))
    head.ellipse(Point(0, -0.08), Point(0.36, 0.34))
    raster.paint(head, patched(coat))
    if hasHangingEars {
      for side in [Float(-1), 1] {
        var hanging = Solid(blend: 0.06)
        hanging.limb(Point(side * 0.36, -0.52), Point(side * 0.5, -0.28), 0.1, 0.15)
        hanging.limb(Point(side * 0.5, -0.28), Point(side * 0.52, -0.28 + 0.32 * ear), 0.15, 0.11)
        raster.paint(hanging, ears)
      }
    }
    var snout = Solid(blend: 0.08)
    snout.ellipse(Point(0, 0.0), Point(0.25 * muzzle, 0.2), lift: 0.06)
    snout.ellipse(Point(-0.11, 0.06), Point(0.16 * muzzle, 0.14), lift: 0.08)
    snout.ellipse(Point(0.11, 0.06), Point(0.16 * muzzle, 0.14), lift: 0.08)
    raster.paint(snout, Paint(scene.coat.accent, seed: scene.coat.seed, fur: 0.8, shadow: 0.2))
    raster.eyes(Point(0, -0.3), apart: 0.2, 0.075, scene.expression, pupilSize: 0.7)
    raster.nose(Point(0, -0.07), 0.1, RGB(0.12, 0.1, 0.1))
    raster.mouth(Point(0, -0.01), width: 0.17, drop: 0.12, scene.expression, line: 0.018)
    if scene.coat.seed % 2 == 0 { raster.whiskers(Point(0, 0.06), apart: 0.2, scene.expression, length: 0.25) }
  }

  /// Some dogs have a patch around one eye.
  private func patched(_ paint: Paint) -> Paint {
    guard scene.breed % 3 == 2 else { return paint }
    return paint.marked(Point(0.2, -0.3), Point(0.2, 0.22), scene.coat.secondary, softness: 0.2)
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 1.02
    body.length = 0.6
    body.neck = Point(0.2, -0.3)
    body.neckRadii = Point(0.17, 0.13)
    body.legRadii = Point(0.11, 0.055)
    body.rump *= 0.88
    let root = body.hip + Point(-0.13, -0.12)
    var tail = Solid(blend: 0.04)
    tail.curve(root, root + Point(-0.22, -0.02), root + Point(-0.24, -0.3 * scene.proportions.tail), 0.065, 0.035)
    raster.paint(tail, coat)
    body.paint(
      coat.marked(body.shoulder + Point(0.14, 0.1), Point(0.2, 0.22), scene.coat.accent, softness: 0.4), on: raster)
    let head = HeadFrame(origin: body.head, angle: 0.12)
    let reach = 0.33 * scene.proportions.muzzle
    if !hasHangingEars { standingEars(head, on: raster) }
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0), Point(0.2, 0.185))
    skull.limb(head(0.08, 0.05), head(reach, 0.07), 0.12, 0.08)
    raster.paint(skull, coat.marked(head(reach, 0.1), Point(0.2, 0.1), scene.coat.accent, softness: 0.4))
    raster.paint(
      .curve(
        head(reach + 0.05, 0.13), head(reach - 0.1, 0.15), head(0.12, 0.1 - 0.03 * scene.expression.smile), 0.012, 0.008
      ),
      .flat(RGB(0.15, 0.09, 0.09)))
    if scene.expression.showsTongue {
      raster.paint(.ellipse(head(reach - 0.04, 0.19), Point(0.04, 0.08)), Paint(RGB(0.86, 0.42, 0.45), shadow: 0.1))
    }
    raster.paint(.ellipse(head(reach + 0.07, 0.02), Point(0.055, 0.045)), Paint(RGB(0.12, 0.1, 0.1), gloss: 0.4))
    raster.eye(head(0.1, -0.05), 0.042, scene.expression, pupilSize: 0.7)
    if hasHangingEars {
      var hanging = Solid(blend: 0.05)
      hanging.limb(head(-0.06, -0.12), head(-0.12, 0.02), 0.07, 0.1)
      hanging.limb(head(-0.12, 0.02), head(-0.11, 0.02 + 0.17 * scene.proportions.ear), 0.1, 0.075)
      raster.paint(hanging, ears)
    }
  }

  private func standingEars(_ head: HeadFrame, on raster: Raster) {
    for (shift, shade) in [(Float(0.07), Float(0.7)), (-0.06, 1)] {
      raster.paint(
        .polygon(
          [
            head(shift - 0.1, -0.1), head(shift - 0.04, -0.2 - 0.14 * scene.proportions.ear), head(shift + 0.08, -0.12),
          ],
          rounding: 0.035), ears.shaded(shade))
    }
  }
}
