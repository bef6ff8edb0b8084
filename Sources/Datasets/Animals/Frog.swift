/// A frog: eyes on top of a broad head, a very wide mouth, folded legs with webbed toes.
struct Frog: Motif {
  private let scene: Scene
  private let skin: Paint

  init(_ scene: Scene) {
    self.scene = scene
    var paint = Paint(scene.coat, fur: 0.15)
    paint.gloss = 0.22
    skin = paint
  }

  private func toes(_ foot: Point, _ spread: Float, _ shade: Float, on raster: Raster) {
    for toe in [Float(-1), 0, 1] {
      let end = foot + Point(toe * spread + 0.02, 0.05 - 0.025 * abs(toe))
      raster.paint(.curve(foot, foot, end, 0.045, 0.03), skin.plain.shaded(shade))
      raster.paint(.disc(end, 0.04), skin.plain.shaded(shade))
    }
  }

  private var wideEyed: Scene.Expression {
    var expression = scene.expression
    if expression.iris.x < 0.5 { expression.iris = RGB(0.85, 0.6, 0.15) }
    return expression
  }

  func paintFace(on raster: Raster) {
    let girth = scene.proportions.girth
    raster.groundShadow(Point(0, 0.82), Point(0.9, 0.14), strength: 0.5)
    for side in [Float(-1), 1] {
      var leg = Solid(blend: 0.06)
      leg.ellipse(Point(side * 0.56, 0.52), Point(0.24, 0.3), angle: side * 0.4)
      leg.limb(Point(side * 0.6, 0.74), Point(side * 0.42, 0.78), 0.08, 0.06)
      raster.paint(leg, skin.shaded(0.82))
      toes(Point(side * 0.6, 0.8), 0.13, 0.82, on: raster)
    }
    var body = Solid(blend: 0.1)
    body.ellipse(Point(0, 0.38), Point(0.47 * girth, 0.42))
    raster.paint(body, skin.marked(Point(0, 0.46), Point(0.34, 0.34), scene.coat.accent, softness: 0.3))
    for side in [Float(-1), 1] {
      var arm = Solid(blend: 0.05)
      arm.limb(Point(side * 0.32, 0.38), Point(side * 0.26, 0.74), 0.1, 0.06)
      raster.paint(arm, skin)
      toes(Point(side * 0.26, 0.8), 0.1, 1, on: raster)
    }
    var head = Solid(blend: 0.1)
    head.ellipse(Point(0, -0.08), Point(0.62, 0.36))
    head.ellipse(Point(-0.34, -0.4), Point(0.21, 0.2))
    head.ellipse(Point(0.34, -0.4), Point(0.21, 0.2))
    raster.paint(head, skin.marked(Point(0, 0.2), Point(0.5, 0.2), scene.coat.accent, softness: 0.3))
    raster.eyes(
      Point(0, -0.43), apart: 0.34, 0.14, wideEyed, pupil: scene.expression.hasSlitPupils ? .bar : .round,
      pupilSize: 0.6)
    let corner = 0.02 - 0.06 * scene.expression.smile
    raster.paint(
      .curve(Point(-0.52, corner - 0.04), Point(0, 0.26), Point(0.52, corner - 0.04), 0.017, 0.017),
      .flat(scene.coat.primary * 0.3))
    for side in [Float(-0.06), 0.06] {
      raster.paint(.ellipse(Point(side, -0.12), Point(0.02, 0.014)), .flat(scene.coat.primary * 0.35))
    }
  }

  func paintBody(on raster: Raster) {
    let girth = scene.proportions.girth
    raster.groundShadow(Point(0, 0.72), Point(0.9, 0.14), strength: 0.5)
    var farArm = Solid(blend: 0.05)
    farArm.limb(Point(0.32, 0.34), Point(0.46, 0.64), 0.09, 0.05)
    raster.paint(farArm, skin.shaded(0.7))
    toes(Point(0.48, 0.68), 0.1, 0.7, on: raster)
    var body = Solid(blend: 0.12)
    body.limb(Point(-0.5, 0.4), Point(0.15, 0.14), 0.2, 0.32 * girth)
    body.ellipse(Point(0.36, 0.0), Point(0.38, 0.26), angle: 0.1)
    body.ellipse(Point(0.34, -0.24), Point(0.17, 0.15))
    raster.paint(
      body,
      skin.marked(Point(0.36, 0.3), Point(0.42, 0.22), scene.coat.accent, softness: 0.25))
    var leg = Solid(blend: 0.05)
    leg.limb(Point(-0.5, 0.44), Point(0.02, 0.28 + 0.04 * scene.pose.swing), 0.15, 0.11)
    leg.limb(Point(0.02, 0.3), Point(-0.5, 0.6), 0.1, 0.07)
    leg.limb(Point(-0.5, 0.62), Point(-0.12, 0.68), 0.06, 0.05)
    raster.paint(leg, skin)
    toes(Point(-0.08, 0.68), 0.1, 1, on: raster)
    var arm = Solid(blend: 0.05)
    arm.limb(Point(0.22, 0.3), Point(0.18, 0.46), 0.1, 0.08)
    arm.limb(Point(0.18, 0.46), Point(0.28, 0.66), 0.08, 0.05)
    raster.paint(arm, skin)
    toes(Point(0.3, 0.69), 0.1, 1, on: raster)
    raster.eye(
      Point(0.36, -0.27), 0.115, wideEyed, pupil: scene.expression.hasSlitPupils ? .bar : .round, pupilSize: 0.6)
    raster.paint(
      .curve(Point(0.73, 0.0), Point(0.5, 0.16), Point(0.2, 0.05 - 0.05 * scene.expression.smile), 0.015, 0.012),
      .flat(scene.coat.primary * 0.3))
    raster.paint(.ellipse(Point(0.68, -0.08), Point(0.018, 0.014)), .flat(scene.coat.primary * 0.35))
  }
}
