/// An elephant: fan ears, a trunk, tusks for some, legs like pillars.
struct Elephant: Motif {
  private let scene: Scene
  private let skin: Paint
  private let ivory = Paint(RGB(0.95, 0.92, 0.82), gloss: 0.25)

  init(_ scene: Scene) {
    self.scene = scene
    skin = Paint(scene.coat, fur: 0.45)
  }

  private var hasTusks: Bool { scene.coat.seed % 3 != 0 }

  private func nails(_ foot: Point, _ width: Float, on raster: Raster) {
    for toe in [Float(-0.6), 0, 0.6] {
      raster.paint(
        .ellipse(foot + Point(toe * width, 0), Point(width * 0.25, 0.03)), Paint(RGB(0.85, 0.8, 0.74), shadow: 0))
    }
  }

  private func wrinkles(_ points: [(Point, Point)], on raster: Raster) {
    for (left, right) in points {
      raster.paint(
        .curve(left, (left + right) / 2 + Point(0, 0.03), right, 0.008, 0.006), .flat(scene.coat.primary * 0.62))
    }
  }

  func paintFace(on raster: Raster) {
    let (ear, length) = (scene.proportions.ear, scene.proportions.muzzle)
    raster.groundShadow(Point(0, 0.93), Point(0.66, 0.12), strength: 0.45)
    var body = Solid(blend: 0.1)
    body.ellipse(Point(0, 0.42), Point(0.42 * scene.proportions.girth, 0.4))
    body.limb(Point(-0.26, 0.5), Point(-0.26, 0.8), 0.15, 0.13)
    body.limb(Point(0.26, 0.5), Point(0.26, 0.8), 0.15, 0.13)
    raster.paint(body, skin.shaded(0.85))
    nails(Point(-0.26, 0.9), 0.12, on: raster)
    nails(Point(0.26, 0.9), 0.12, on: raster)
    for side in [Float(-1), 1] {
      var fan = Solid(blend: 0.1)
      fan.ellipse(Point(side * 0.52 * ear, -0.3), Point(0.34 * ear, 0.38), angle: side * 0.2, bulge: 0.4)
      fan.ellipse(Point(side * 0.46 * ear, -0.04), Point(0.22, 0.26), angle: side * -0.2, bulge: 0.4)
      raster.paint(
        fan,
        skin.marked(
          Point(side * 0.5 * ear, -0.22), Point(0.24 * ear, 0.32), scene.coat.primary * 0.6 + scene.coat.accent * 0.35,
          softness: 0.5))
    }
    var head = Solid(blend: 0.1)
    head.ellipse(Point(0, -0.34), Point(0.36, 0.36))
    head.ellipse(Point(0, -0.08), Point(0.28, 0.26))
    raster.paint(head, skin)
    if hasTusks {
      for side in [Float(-1), 1] {
        raster.paint(
          .curve(Point(side * 0.18, 0.02), Point(side * 0.22, 0.3), Point(side * 0.34, 0.34), 0.05, 0.015), ivory)
      }
    }
    let sway = 0.22 * scene.pose.swing
    let end = Point(sway, 0.1 + 0.52 * length)
    var trunk = Solid(blend: 0.05)
    trunk.curve(Point(0, -0.14), Point(-sway * 0.8, 0.25), end, 0.17, 0.085, lift: 0.08, pieces: 7)
    raster.paint(trunk, skin)
    raster.paint(.ellipse(end + Point(0, 0.03), Point(0.05, 0.035)), .flat(scene.coat.primary * 0.45))
    wrinkles(
      (0..<4).map { step in
        let y = 0.08 + 0.09 * Float(step)
        let x = -sway * 0.35 + Float(step) * sway * 0.16
        return (Point(x - 0.1 + 0.008 * Float(step), y), Point(x + 0.1 - 0.008 * Float(step), y))
      }, on: raster)
    raster.eyes(Point(0, -0.26), apart: 0.215, 0.052, scene.expression, pupilSize: 0.75)
  }

  func paintBody(on raster: Raster) {
    let (ear, length) = (scene.proportions.ear, scene.proportions.muzzle)
    let girth = scene.proportions.girth
    raster.groundShadow(Point(-0.12, 0.84), Point(0.85, 0.13), strength: 0.5)
    let step = 0.06 * scene.pose.swing
    raster.paint(
      .curve(Point(-0.68, 0.0), Point(-0.82, 0.15), Point(-0.76, 0.15 + 0.25 * scene.proportions.tail), 0.035, 0.018),
      skin.shaded(0.85))
    legs([Point(-0.34 + step, 0.83), Point(0.28 - step, 0.83)], skin.shaded(0.7), on: raster)
    var body = Solid(blend: 0.12)
    body.ellipse(Point(-0.2, 0.12), Point(0.54, 0.4 * girth))
    body.ellipse(Point(0.36, -0.12), Point(0.32, 0.3))
    for foot in [Point(-0.5 - step, 0.84), Point(0.12 + step, 0.84)] {
      body.limb(Point(foot.x, 0.3), foot - Point(0, 0.12), 0.17, 0.125, lift: 0.03)
    }
    raster.paint(body, skin)
    nails(Point(-0.47 - step, 0.81), 0.11, on: raster)
    nails(Point(0.15 + step, 0.81), 0.11, on: raster)
    let curl = 0.2 * scene.pose.swing
    let tip = Point(0.72 + curl, 0.2 + 0.42 * length - 0.3 * max(curl, 0))
    var trunk = Solid(blend: 0.05)
    trunk.curve(Point(0.56, -0.1), Point(0.82, 0.12), tip, 0.16, 0.06, pieces: 7)
    raster.paint(trunk, skin)
    if hasTusks {
      raster.paint(.curve(Point(0.56, 0.08), Point(0.62, 0.24), Point(0.82, 0.22), 0.045, 0.012), ivory)
    }
    var fan = Solid(blend: 0.1)
    fan.ellipse(Point(0.18, -0.12), Point(0.24 * ear, 0.34), angle: -0.15, bulge: 0.4)
    fan.ellipse(Point(0.16, 0.1), Point(0.16 * ear, 0.2), bulge: 0.4)
    raster.paint(fan, skin.marked(Point(0.17, -0.04), Point(0.15, 0.26), scene.coat.primary * 0.85, softness: 0.6))
    raster.eye(Point(0.5, -0.14), 0.042, scene.expression, pupilSize: 0.75)
  }

  private func legs(_ feet: [Point], _ paint: Paint, on raster: Raster) {
    var legs = Solid(blend: 0.04)
    for foot in feet { legs.limb(Point(foot.x, 0.25), foot - Point(0, 0.14), 0.16, 0.12) }
    raster.paint(legs, paint)
  }
}
