/// A rabbit: long upright ears, round cheeks, a crouching body with a ball of a tail.
struct Rabbit: Motif {
  private let scene: Scene
  private let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat)
  }

  private func ear(_ root: Point, _ tip: Point, _ width: Float, _ paint: Paint, on raster: Raster) {
    var outer = Solid(blend: 0.06)
    let middle = root + (tip - root) * 0.62
    outer.limb(root, middle, width * 0.7, width)
    outer.limb(middle, tip, width, width * 0.5)
    raster.paint(outer, paint)
    var inner = Solid(blend: 0.04)
    inner.limb(root + (tip - root) * 0.15, middle, width * 0.3, width * 0.55)
    inner.limb(middle, root + (tip - root) * 0.93, width * 0.55, width * 0.22)
    raster.paint(inner, Paint(Fur.pink, fur: 0.6, relief: 0.3, shadow: 0))
  }

  func paintFace(on raster: Raster) {
    let length = scene.proportions.ear
    raster.sittingBody(coat, girth: scene.proportions.girth, chest: scene.coat.accent)
    let lean = 0.1 * scene.pose.swing
    ear(Point(-0.16, -0.4), Point(-0.24 + lean, -0.42 - 0.56 * length), 0.115, coat, on: raster)
    ear(Point(0.16, -0.4), Point(0.24 + lean, -0.42 - 0.56 * length), 0.115, coat, on: raster)
    var head = Solid(blend: 0.12)
    head.ellipse(Point(0, -0.2), Point(0.4, 0.37))
    head.ellipse(Point(-0.2, -0.04), Point(0.25, 0.21))
    head.ellipse(Point(0.2, -0.04), Point(0.25, 0.21))
    head.ellipse(Point(0, 0.02), Point(0.16, 0.13), lift: 0.08)
    raster.paint(head, coat.marked(Point(0, 0.04), Point(0.2, 0.15), scene.coat.accent, softness: 0.4))
    raster.eyes(Point(0, -0.2), apart: 0.24, 0.085, scene.expression, pupilSize: 0.8)
    raster.nose(Point(0, -0.02), 0.045, RGB(0.85, 0.52, 0.52))
    raster.mouth(Point(0, 0), width: 0.09, drop: 0.06, scene.expression)
    if scene.coat.seed % 2 == 0 {
      raster.paint(
        .polygon([Point(-0.032, 0.085), Point(0.032, 0.085), Point(0.03, 0.15), Point(-0.03, 0.15)], rounding: 0.01),
        Paint(Fur.white, relief: 0.3, shadow: 0.2))
    }
    raster.whiskers(Point(0, 0.03), apart: 0.14, scene.expression, length: 0.4)
  }

  func paintBody(on raster: Raster) {
    let girth = scene.proportions.girth
    raster.groundShadow(Point(0, 0.84), Point(0.8, 0.13), strength: 0.5)
    raster.paint(.disc(Point(-0.68, 0.46), 0.14 * scene.proportions.tail), Paint(scene.coat.accent, fur: 1.6))
    var far = Solid(blend: 0.05)
    far.limb(Point(0.38, 0.45), Point(0.44, 0.76), 0.09, 0.06)
    far.ellipse(Point(0.5, 0.79), Point(0.12, 0.05))
    raster.paint(far, coat.shaded(0.72))
    var body = Solid(blend: 0.12)
    body.ellipse(Point(-0.22, 0.38), Point(0.45, 0.37 * girth))
    body.ellipse(Point(0.22, 0.34), Point(0.28, 0.28), lift: 0.02)
    body.limb(Point(0.25, 0.35), Point(0.4, 0.02), 0.22, 0.15)
    body.limb(Point(0.28, 0.45), Point(0.32, 0.76), 0.1, 0.06, lift: 0.05)
    raster.paint(body, coat.marked(Point(0.36, 0.4), Point(0.16, 0.22), scene.coat.accent, softness: 0.4))
    var haunch = Solid(blend: 0.08)
    haunch.ellipse(Point(-0.32, 0.53), Point(0.27, 0.27))
    haunch.limb(Point(-0.3, 0.77), Point(-0.02, 0.79), 0.075, 0.06)
    raster.paint(haunch, coat)
    raster.paint(.ellipse(Point(0.38, 0.79), Point(0.12, 0.055)), coat.plain)
    let head = HeadFrame(origin: Point(0.46, -0.1), angle: 0.1)
    let length = 0.5 * scene.proportions.ear
    let lean = 0.08 * scene.pose.swing
    ear(head(-0.04, -0.12), head(-0.02 + lean, -0.18 - length), 0.085, coat.shaded(0.75), on: raster)
    ear(head(-0.12, -0.1), head(-0.26 + lean, -0.12 - length), 0.09, coat, on: raster)
    var skull = Solid(blend: 0.08)
    skull.ellipse(head(0, 0), Point(0.23, 0.2))
    skull.ellipse(head(0.16, 0.07), Point(0.13, 0.12))
    raster.paint(skull, coat)
    raster.eye(head(0.06, -0.04), 0.05, scene.expression, pupilSize: 0.85)
    raster.nose(head(0.275, 0.04), 0.028, RGB(0.85, 0.52, 0.52))
    raster.paint(
      .curve(head(0.26, 0.09), head(0.23, 0.13), head(0.16, 0.13), 0.009, 0.006), .flat(RGB(0.2, 0.12, 0.12)))
  }
}
