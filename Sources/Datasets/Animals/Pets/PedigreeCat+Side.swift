extension PedigreeCat {
  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.length = 0.6
    body.chest *= 0.84 * (0.5 + 0.5 * build.limb)
    body.rump *= 0.86 * (0.5 + 0.5 * build.limb)
    body.neck = Point(0.19, -0.2)
    body.neckRadii = Point(0.16, 0.13)
    body.legRadii = Point(0.1, 0.055) * (0.4 + 0.6 * build.limb)
    if isPointed { body.socks = scene.coat.secondary }
    var skull = body.head
    if scene.posture == .lying {
      lie(on: raster)
      skull = Point(0.44, -0.02)
    } else {
      body.leg *= breed == .persian ? 0.66 : 0.9
      skull = body.head
      let root = body.hip + Point(-0.12, -0.08)
      let end = root + Point(-0.2 - 0.1 * scene.pose.swing, -0.6 * scene.proportions.tail)
      tail([root, root + Point(-0.42, 0.1), end], on: raster)
      body.paint(chested(body.shoulder + Point(0.12, 0.12)), on: raster)
    }
    if build.ruff > 0 {
      var collar = Solid(blend: 0.05)
      collar.ellipse(skull + Point(-0.02, 0.16), Point(0.27, 0.27) * build.ruff)
      for x in [Float(-0.06), 0.06, 0.16] {
        collar.limb(skull + Point(x, 0.3), skull + Point(x + 0.03, 0.46), 0.1, 0.02)
      }
      raster.paint(
        collar,
        Paint(0.55 * scene.coat.primary + 0.45 * scene.coat.accent, seed: scene.coat.seed, fur: 2.2, shadow: 0.2))
    }
    profile(HeadFrame(origin: skull + Point(0.05, -0.04), angle: 0.05), on: raster)
  }

  private func chested(_ centre: Point) -> Paint {
    isPointed || breed == .sphynx || breed == .britishShorthair
      ? coat : coat.marked(centre, Point(0.18, 0.22), scene.coat.accent, softness: 0.4)
  }

  /// On its belly, forelegs stretched out, the tail along its side.
  private func lie(on raster: Raster) {
    raster.groundShadow(Point(-0.05, 0.76), Point(0.95, 0.14), strength: 0.5)
    let thick = 0.26 * (0.5 + 0.5 * build.limb) * scene.proportions.girth
    let limb = 0.085 * (0.4 + 0.6 * build.limb)
    var far = Solid(blend: 0.04)
    far.limb(Point(0.3, 0.62), Point(0.78, 0.68), limb, limb * 0.8)
    raster.paint(far, coat.shaded(0.72))
    var body = Solid(blend: 0.1)
    body.limb(Point(-0.42, 0.48), Point(0.22, 0.4), thick, thick * 0.95)
    body.limb(Point(0.26, 0.34), Point(0.4, 0.02), 0.17, 0.12)
    body.ellipse(Point(-0.42, 0.54), Point(0.26, 0.21), lift: 0.06)
    body.limb(Point(-0.36, 0.68), Point(-0.1, 0.7), 0.075, 0.06, lift: 0.06)
    body.limb(Point(0.22, 0.6), Point(0.66, 0.7), limb * 1.15, limb * 0.85, lift: 0.06)
    raster.paint(body, chested(Point(0.36, 0.32)))
    raster.paint(.ellipse(Point(0.7, 0.71), Point(0.1, 0.06)), points.plain)
    raster.paint(.ellipse(Point(-0.06, 0.715), Point(0.1, 0.055)), points.plain)
    tail([Point(-0.62, 0.56), Point(-0.98, 0.72), Point(-0.5, 0.76 - 0.05 * scene.pose.swing)], on: raster)
  }

  /// The head from the side.
  private func profile(_ head: HeadFrame, on raster: Raster) {
    let (wide, tall) = (build.ear.x, build.ear.y * scene.proportions.ear)
    for (shift, shade) in [(Float(0.14), Float(0.75)), (-0.06, 1)] {
      let corners = [
        head(shift - 0.09 - 0.04 * wide, -0.08), head(shift - 0.04, -0.2 - 0.19 * tall),
        head(shift + 0.06 + 0.04 * wide, -0.13),
      ]
      raster.paint(.polygon(corners, rounding: breed == .britishShorthair ? 0.045 : 0.028), points.shaded(shade))
      if breed == .maineCoon {
        raster.paint(
          .curve(corners[1], corners[1], corners[1] + Point(-0.02, -0.08), 0.018, 0.005), points.shaded(0.6 * shade))
      }
    }
    let inside = isPointed ? scene.coat.secondary * 0.7 : Fur.pink
    raster.paint(
      .polygon([head(-0.13, -0.14), head(-0.09, -0.18 - 0.13 * tall), head(-0.03, -0.15)], rounding: 0.012),
      Paint(inside, fur: 0.5, relief: 0.3, shadow: 0))
    // A flat face has hardly any muzzle; a wedge has a long one.
    let reach: Float = build.nose < 0 ? 0.09 : breed == .siamese ? 0.2 : 0.165 * build.muzzle
    var skull = Solid(blend: 0.07)
    skull.ellipse(head(0, 0), Point(0.225, 0.2) * build.face)
    skull.ellipse(head(0.02, 0.08), Point(0.16, 0.13) * build.jaw)
    skull.ellipse(head(reach, 0.06 + 0.5 * build.nose), Point(0.115, 0.095), lift: 0.02)
    var face = coat
    if isPointed {
      face = face.marked(head(reach, 0.04), Point(0.19, 0.17), scene.coat.secondary, softness: 0.5)
    } else if breed != .sphynx, breed != .britishShorthair {
      face = face.marked(head(reach + 0.02, 0.1), Point(0.12, 0.1), scene.coat.accent, softness: 0.4)
    }
    raster.paint(skull, face)
    if breed == .sphynx {
      for step in 0..<3 {
        let x = -0.02 + 0.04 * Float(step)
        raster.paint(
          .curve(head(x, -0.19), head(x + 0.03, -0.15), head(x + 0.02, -0.1), 0.008, 0.006),
          .flat(scene.coat.primary * 0.68))
      }
    }
    raster.eye(head(0.085, -0.04), 0.06 * build.eye, expression, pupil: pupil)
    let end = head(reach + 0.1, 0.025 + 0.5 * build.nose)
    raster.nose(end, 0.032, isPointed || scene.coat.primary.max() < 0.4 ? RGB(0.3, 0.2, 0.2) : RGB(0.82, 0.48, 0.46))
    raster.paint(
      .curve(
        end + Point(-0.01, 0.05), end + Point(-0.06, 0.09), end + Point(-0.13, 0.06 - 0.02 * scene.expression.smile),
        0.01, 0.007), .flat(RGB(0.18, 0.1, 0.1)))
    guard expression.whiskers > 0 else { return }
    for step in [Float(-0.03), 0.02, 0.07] {
      raster.paint(
        .curve(
          end + Point(-0.08, 0.05), end + Point(0.01, 0.03 + step), end + Point(0.11, 0.06 + 2 * step), 0.007, 0.003),
        .flat(Fur.white))
    }
  }
}
