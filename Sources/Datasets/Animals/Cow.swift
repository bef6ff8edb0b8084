/// A cow: a heavy trunk, a broad bare muzzle, ears held sideways below short horns, an udder.
struct Cow: Motif {
  private let scene: Scene
  private let coat: Paint
  private let horn = Paint(RGB(0.86, 0.8, 0.68), second: RGB(0.4, 0.34, 0.3), gloss: 0.15)

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 0.6)
  }

  /// The bare skin of muzzle and udder.
  private var skin: RGB { 0.75 * scene.coat.accent + 0.25 * Fur.pink }
  private var isHorned: Bool { scene.coat.seed % 3 != 0 }
  private var hasBlaze: Bool { scene.coat.seed % 2 == 0 }

  func paintFace(on raster: Raster) {
    let (ear, length, rise) = (scene.proportions.ear, scene.proportions.muzzle, scene.proportions.horn)
    raster.standingBody(coat, girth: 1.35 * scene.proportions.girth, swing: scene.pose.swing)
    for side in [Float(-1), 1] {
      if isHorned {
        var curve = Solid(blend: 0.04)
        let base = Point(side * 0.2, -0.62)
        curve.curve(
          base, base + Point(side * 0.34, -0.02), base + Point(side * 0.3, -0.26 * rise), 0.075, 0.025, pieces: 6)
        raster.paint(curve, horn)
      }
      var leaf = Solid(blend: 0.05)
      let root = Point(side * 0.26, -0.45)
      leaf.limb(root, root + Point(side * 0.2, 0.0), 0.07, 0.125)
      leaf.limb(root + Point(side * 0.2, 0.0), root + Point(side * 0.42 * ear, 0.07), 0.125, 0.03)
      raster.paint(leaf, coat.plain)
      raster.paint(
        .curve(
          root + Point(side * 0.1, 0.03), root + Point(side * 0.2, 0.04), root + Point(side * 0.34 * ear, 0.06), 0.065,
          0.02),
        Paint(skin * 0.8, fur: 0.6, relief: 0.3, shadow: 0))
    }
    let end = 0.12 * length
    var head = Solid(blend: 0.1)
    head.ellipse(Point(0, -0.46), Point(0.34, 0.24))
    head.limb(Point(0, -0.38), Point(0, end), 0.31, 0.23)
    var face = coat
    if hasBlaze { face = face.marked(Point(0, -0.3), Point(0.11, 0.4), Fur.white) }
    face.shadow = 0.6
    raster.paint(head, face)
    var muzzle = Solid(blend: 0.08)
    muzzle.ellipse(Point(0, end + 0.06), Point(0.29, 0.19), lift: 0.05)
    muzzle.ellipse(Point(0, end + 0.15), Point(0.23, 0.14), lift: 0.03)
    raster.paint(muzzle, Paint(skin, seed: scene.coat.seed, fur: 0.2, gloss: 0.12, shadow: 0.15))
    var tuft = Solid(blend: 0.05)
    tuft.limb(Point(0, -0.66), Point(0.02, -0.5), 0.13, 0.06)
    raster.paint(tuft, Paint(scene.coat.primary * 0.92, seed: scene.coat.seed, fur: 1.8, shadow: 0.2))
    raster.eyes(Point(0, -0.36), apart: 0.25, 0.075, scene.expression, pupilSize: 0.75)
    for side in [Float(-0.14), 0.14] {
      raster.paint(
        .ellipse(Point(side, end + 0.03), Point(0.055, 0.04), angle: side > 0 ? -0.5 : 0.5), .flat(skin * 0.3))
    }
    let rise2 = -0.04 * scene.expression.smile
    raster.paint(
      .curve(
        Point(-0.16, end + 0.18 + rise2), Point(0, end + 0.24), Point(0.16, end + 0.18 + rise2), 0.014, 0.014),
      .flat(skin * 0.4))
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.9
    body.length = 0.74
    body.chest *= 1.22
    body.rump *= 1.28
    body.neck = Point(0.22, -0.2)
    body.neckRadii = Point(0.22, 0.15)
    body.legRadii = Point(0.115, 0.056)
    body.hoof = RGB(0.24, 0.2, 0.18)
    body.middle = -0.16
    let root = body.hip + Point(-0.24, -0.17)
    let tailEnd = root + Point(-0.06 + 0.05 * scene.pose.swing, 0.56 * scene.proportions.tail)
    raster.paint(.curve(root, root + Point(-0.12, 0.05), tailEnd, 0.034, 0.024), coat.plain)
    raster.paint(
      .ellipse(tailEnd, Point(0.05, 0.1)), Paint(scene.coat.secondary * 0.8, seed: scene.coat.seed, fur: 1.5))
    let bag = Point(body.hip.x + 0.2, body.hip.y + 0.27)
    var udder = Solid(blend: 0.03)
    udder.ellipse(bag, Point(0.15, 0.11))
    udder.limb(bag + Point(0.05, 0.08), bag + Point(0.055, 0.15), 0.025, 0.02)
    udder.limb(bag + Point(-0.04, 0.08), bag + Point(-0.045, 0.15), 0.025, 0.02)
    raster.paint(udder, Paint(Fur.pink, shadow: 0.1))
    body.paint(coat, on: raster)
    paintHead(HeadFrame(origin: body.head + Point(0.04, 0), angle: 0.62), on: raster)
  }

  private func paintHead(_ head: HeadFrame, on raster: Raster) {
    let end = 0.3 * scene.proportions.muzzle
    if isHorned {
      for (shift, shade) in [(Float(0.06), Float(0.75)), (-0.02, 1)] {
        let base = head(shift - 0.05, -0.13)
        var curve = Solid(blend: 0.03)
        curve.curve(base, base + Point(0.13, -0.04), base + Point(0.12, -0.2 * scene.proportions.horn), 0.045, 0.014)
        raster.paint(curve, horn.shaded(shade))
      }
    }
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0), Point(0.17, 0.165))
    skull.limb(head(0.03, 0.01), head(end, 0.03), 0.15, 0.11)
    raster.paint(skull, hasBlaze ? coat.marked(head(0.16, -0.1), Point(0.16, 0.09), Fur.white) : coat)
    var muzzle = Solid(blend: 0.04)
    muzzle.ellipse(head(end + 0.03, 0.03), Point(0.115, 0.115))
    raster.paint(muzzle, Paint(skin, gloss: 0.1, shadow: 0.1))
    var leaf = Solid(blend: 0.04)
    leaf.limb(head(-0.07, -0.07), head(-0.19, -0.03), 0.045, 0.075)
    leaf.limb(head(-0.19, -0.03), head(-0.12 - 0.2 * scene.proportions.ear, 0.04), 0.075, 0.025)
    raster.paint(leaf, coat.plain.shaded(0.9))
    raster.eye(head(0.09, -0.04), 0.04, scene.expression, pupilSize: 0.75)
    raster.paint(.ellipse(head(end + 0.09, -0.01), Point(0.03, 0.022)), .flat(skin * 0.3))
    raster.paint(
      .curve(head(end + 0.11, 0.08), head(end + 0.03, 0.1), head(end - 0.07, 0.08), 0.01, 0.007), .flat(skin * 0.4))
  }
}
