/// A bear: heavy, small round ears, a light snout, a shoulder hump, a stub of a tail.
struct Bear: Motif {
  private let scene: Scene
  private let coat: Paint

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 1.3)
  }

  func paintFace(on raster: Raster) {
    let (ear, muzzle) = (scene.proportions.ear, scene.proportions.muzzle)
    raster.sittingBody(coat, girth: scene.proportions.girth * 1.25)
    for side in [Float(-1), 1] {
      let centre = Point(side * 0.4, -0.6)
      raster.paint(.disc(centre, 0.165 * ear), coat)
      raster.paint(
        .disc(centre + Point(-side * 0.02, 0.03), 0.09 * ear),
        Paint(scene.coat.secondary * 0.8, fur: 0.6, relief: 0.4, shadow: 0))
    }
    var head = Solid(blend: 0.12)
    head.ellipse(Point(0, -0.26), Point(0.52, 0.45))
    head.ellipse(Point(0, -0.02), Point(0.46, 0.3))
    raster.paint(head, coat)
    var snout = Solid(blend: 0.08)
    snout.ellipse(Point(0, -0.02), Point(0.24 * muzzle, 0.2), lift: 0.05)
    snout.ellipse(Point(0, 0.06), Point(0.2 * muzzle, 0.13), lift: 0.05)
    raster.paint(snout, Paint(scene.coat.accent, seed: scene.coat.seed, fur: 0.8, shadow: 0.2))
    raster.eyes(Point(0, -0.28), apart: 0.2, 0.055, scene.expression, pupilSize: 0.75)
    raster.nose(Point(0, -0.12), 0.09, RGB(0.12, 0.1, 0.1))
    raster.mouth(Point(0, -0.06), width: 0.12, drop: 0.1, scene.expression)
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.78
    body.length = 0.66
    body.chest *= 1.28
    body.rump *= 1.32
    body.neck = Point(0.27, -0.1)
    body.neckRadii = Point(0.27, 0.19)
    body.legRadii = Point(0.16, 0.1)
    body.middle = -0.14
    raster.paint(.disc(body.hip + Point(-0.27, -0.1), 0.07 * scene.proportions.tail), coat)
    body.paint(coat, on: raster)
    var hump = Solid(blend: 0.1)
    hump.ellipse(body.shoulder + Point(-0.06, -0.17), Point(0.24, 0.17))
    var soft = coat
    soft.shadow = 0
    raster.paint(hump, soft)
    let head = HeadFrame(origin: body.head + Point(0.04, -0.02), angle: 0.2)
    for (shift, shade) in [(Float(0.06), Float(0.7)), (-0.1, 1)] {
      raster.paint(.disc(head(shift, -0.2), 0.085 * scene.proportions.ear), coat.shaded(shade))
    }
    let reach = 0.27 * scene.proportions.muzzle
    var skull = Solid(blend: 0.08)
    skull.ellipse(head(0, 0), Point(0.235, 0.215))
    skull.limb(head(0.1, 0.06), head(reach, 0.08), 0.13, 0.1)
    raster.paint(skull, coat.marked(head(reach + 0.04, 0.09), Point(0.15, 0.14), scene.coat.accent, softness: 0.3))
    raster.paint(.ellipse(head(reach + 0.085, 0.03), Point(0.05, 0.042)), Paint(RGB(0.1, 0.09, 0.09), gloss: 0.4))
    raster.paint(
      .curve(
        head(reach + 0.07, 0.13), head(reach - 0.04, 0.16), head(0.16, 0.13 - 0.02 * scene.expression.smile), 0.012,
        0.008),
      .flat(RGB(0.12, 0.08, 0.08)))
    raster.eye(head(0.12, -0.05), 0.034, scene.expression, pupilSize: 0.75)
  }
}
