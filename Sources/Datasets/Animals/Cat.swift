/// A cat: round head, short muzzle, pointed ears, a long thin tail.
struct Cat: Motif {
  private let scene: Scene
  private let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat)
  }

  private var pupil: Pupil { scene.expression.hasSlitPupils ? .slit : .round }
  private var iris: RGB {
    let colour = scene.expression.iris
    return colour.x + colour.y < 0.8 ? RGB(0.72, 0.68, 0.2) : colour
  }

  func paintFace(on raster: Raster) {
    let (ear, muzzle) = (scene.proportions.ear, scene.proportions.muzzle)
    var tail = Solid(blend: 0.05)
    tail.curve(Point(0.3, 0.82), Point(0.85, 0.85), Point(0.72, 0.35), 0.08, 0.06, pieces: 7)
    raster.paint(tail, coat)
    raster.sittingBody(coat, girth: scene.proportions.girth, chest: scene.coat.accent)
    raster.pointedEars(
      inner: Point(0.12, -0.55), outer: Point(0.5, -0.28), tip: Point(0.46, -0.62 - 0.28 * ear), rounding: 0.05,
      coat, inside: Fur.pink)
    var head = Solid(blend: 0.12)
    head.ellipse(Point(0, -0.22), Point(0.54, 0.45))
    head.ellipse(Point(-0.28, -0.06), Point(0.28, 0.24))
    head.ellipse(Point(0.28, -0.06), Point(0.28, 0.24))
    head.ellipse(Point(0, 0.02), Point(0.2 * muzzle, 0.15), lift: 0.1)
    raster.paint(head, coat.marked(Point(0, 0.06), Point(0.27 * muzzle, 0.17), scene.coat.accent, softness: 0.35))
    var expression = scene.expression
    expression.iris = iris
    raster.eyes(Point(0, -0.24), apart: 0.25, 0.115, expression, pupil: pupil)
    raster.nose(Point(0, -0.03), 0.058, RGB(0.82, 0.48, 0.46))
    raster.mouth(Point(0, 0), width: 0.12, drop: 0.06, scene.expression)
    raster.whiskers(Point(0, 0.03), apart: 0.16, scene.expression, length: 0.45)
  }

  func paintBody(on raster: Raster) {
    let (ear, tailLength) = (scene.proportions.ear, scene.proportions.tail)
    var body = Quadruped(scene)
    body.leg *= 0.86
    body.length = 0.62
    body.chest *= 0.86
    body.rump *= 0.86
    body.neck = Point(0.19, -0.2)
    body.neckRadii = Point(0.16, 0.13)
    body.legRadii = Point(0.1, 0.055)
    var tail = Solid(blend: 0.04)
    let root = body.hip + Point(-0.12, -0.08)
    tail.curve(
      root, root + Point(-0.42, 0.1), root + Point(-0.2 - 0.1 * scene.pose.swing, -0.62 * tailLength), 0.065, 0.045,
      pieces: 7)
    raster.paint(tail, coat)
    body.paint(
      coat.marked(body.shoulder + Point(0.12, 0.12), Point(0.18, 0.22), scene.coat.accent, softness: 0.4), on: raster)
    let head = HeadFrame(origin: body.head + Point(0.05, -0.04), angle: 0.05)
    for (shift, paint) in [(Float(0.16), coat.shaded(0.75)), (-0.05, coat)] {
      raster.paint(
        .polygon(
          [head(shift - 0.13, -0.1), head(shift - 0.03, -0.24 - 0.16 * ear), head(shift + 0.1, -0.13)], rounding: 0.03),
        paint)
    }
    raster.paint(
      .polygon([head(-0.13, -0.15), head(-0.075, -0.2 - 0.11 * ear), head(-0.02, -0.16)], rounding: 0.012),
      Paint(Fur.pink, fur: 0.5, relief: 0.3, shadow: 0))
    var skull = Solid(blend: 0.07)
    skull.ellipse(head(0, 0), Point(0.23, 0.21))
    skull.ellipse(head(0.17, 0.07), Point(0.12, 0.1), lift: 0.02)
    raster.paint(skull, coat.marked(head(0.2, 0.1), Point(0.12, 0.1), scene.coat.accent, softness: 0.4))
    raster.eye(head(0.09, -0.04), 0.058, scene.expression, pupil: pupil, iris: iris)
    raster.nose(head(0.275, 0.035), 0.032, RGB(0.82, 0.48, 0.46))
    raster.paint(
      .curve(head(0.27, 0.08), head(0.22, 0.13), head(0.14, 0.1 - 0.02 * scene.expression.smile), 0.01, 0.007),
      .flat(RGB(0.18, 0.1, 0.1)))
    if scene.expression.whiskers > 0 {
      for step in [Float(-0.03), 0.02, 0.07] {
        raster.paint(
          .curve(head(0.19, 0.08), head(0.28, 0.06 + step), head(0.38, 0.09 + 2 * step), 0.007, 0.003),
          .flat(Fur.white))
      }
    }
  }
}
