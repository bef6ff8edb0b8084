/// A fox: a pointed face with broad cheeks, large ears, a bushy tail with a light tip, dark legs.
struct Fox: Motif {
  private let scene: Scene
  private let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 1.2)
  }

  private var pupil: Pupil { scene.expression.hasSlitPupils ? .slit : .round }

  private func brush(_ root: Point, _ bend: Point, _ tip: Point, on raster: Raster) {
    var tail = Solid(blend: 0.1)
    let middle = (root + bend) / 2
    tail.limb(root, middle, 0.07, 0.16)
    tail.limb(middle, bend, 0.16, 0.19)
    tail.limb(bend, tip, 0.19, 0.05)
    raster.paint(tail, coat.marked(tip, Point(0.24, 0.24), scene.coat.accent, softness: 0.2))
  }

  func paintFace(on raster: Raster) {
    let ear = scene.proportions.ear
    brush(Point(0.25, 0.82), Point(0.66, 0.7), Point(0.72, 0.28), on: raster)
    raster.sittingBody(
      coat, girth: scene.proportions.girth * 0.92, chest: scene.coat.accent, foot: scene.coat.secondary)
    let tip = Point(0.46, -0.66 - 0.3 * ear)
    raster.pointedEars(
      inner: Point(0.1, -0.5), outer: Point(0.48, -0.3), tip: tip, rounding: 0.035, coat, inside: scene.coat.accent)
    for side in [Float(-1), 1] {
      let end = tip * Point(side, 1)
      raster.paint(
        .polygon([end, end + Point(-side * 0.12, 0.11), end + Point(side * 0.01, 0.14)], rounding: 0.03),
        Paint(scene.coat.secondary, fur: 1, shadow: 0))
    }
    var head = Solid(blend: 0.08)
    head.ellipse(Point(0, -0.3), Point(0.4, 0.3))
    head.polygon([Point(-0.6, -0.02), Point(0, -0.42), Point(0.6, -0.02), Point(0, 0.28)], rounding: 0.06)
    let end = 0.2 * scene.proportions.muzzle
    head.limb(Point(0, -0.15), Point(0, end), 0.22, 0.085, lift: 0.1)
    let white = scene.coat.accent
    raster.paint(
      head,
      coat.marked(Point(-0.36, 0.06), Point(0.34, 0.2), white, softness: 0.2)
        .marked(Point(0.36, 0.06), Point(0.34, 0.2), white, softness: 0.2)
        .marked(Point(0, end + 0.1), Point(0.18, 0.13), white, softness: 0.3))
    raster.eyes(Point(0, -0.2), apart: 0.22, 0.08, scene.expression, pupil: pupil)
    raster.nose(Point(0, end), 0.065, RGB(0.1, 0.09, 0.09))
    raster.mouth(Point(0, end + 0.03), width: 0.1, drop: 0.05, scene.expression)
    raster.whiskers(Point(0, end), apart: 0.1, scene.expression, length: 0.3)
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.98
    body.length = 0.58
    body.chest *= 0.82
    body.rump *= 0.8
    body.neck = Point(0.2, -0.24)
    body.neckRadii = Point(0.16, 0.13)
    body.legRadii = Point(0.09, 0.046)
    body.socks = scene.coat.secondary
    body.middle = -0.02
    let root = body.hip + Point(-0.12, -0.04)
    let rise = 0.15 * scene.pose.swing
    brush(
      root, root + Point(-0.3, 0.14 - rise), root + Point(-0.3 - 0.24 * scene.proportions.tail, 0.2 - 2 * rise),
      on: raster)
    body.paint(
      coat.marked(body.shoulder + Point(0.14, 0.06), Point(0.16, 0.26), scene.coat.accent, softness: 0.35), on: raster)
    let head = HeadFrame(origin: body.head, angle: 0.18)
    for (shift, shade) in [(Float(0.1), Float(0.75)), (-0.03, 1)] {
      let top = head(shift - 0.06, -0.26 - 0.18 * scene.proportions.ear)
      raster.paint(
        .polygon([head(shift - 0.12, -0.1), top, head(shift + 0.09, -0.12)], rounding: 0.02), coat.shaded(shade))
      raster.paint(
        .polygon([top, head(shift - 0.09, -0.25), head(shift + 0.02, -0.24)], rounding: 0.02),
        Paint(scene.coat.secondary * shade, fur: 1, shadow: 0))
    }
    let reach = 0.34 * scene.proportions.muzzle
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0), Point(0.195, 0.175))
    skull.limb(head(0.08, 0.04), head(reach, 0.075), 0.12, 0.035)
    skull.polygon([head(-0.14, 0.02), head(0.1, -0.05), head(0.06, 0.22)], rounding: 0.03)
    raster.paint(
      skull,
      coat.marked(head(0.02, 0.17), Point(0.2, 0.12), scene.coat.accent)
        .marked(head(reach - 0.05, 0.14), Point(0.2, 0.075), scene.coat.accent))
    raster.paint(.disc(head(reach + 0.03, 0.06), 0.036), Paint(RGB(0.1, 0.09, 0.09), gloss: 0.4))
    raster.eye(head(0.1, -0.025), 0.04, scene.expression, pupil: pupil)
    raster.paint(
      .curve(head(reach, 0.11), head(0.2, 0.13), head(0.13, 0.1), 0.009, 0.006), .flat(RGB(0.15, 0.09, 0.09)))
  }
}
