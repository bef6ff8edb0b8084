extension PedigreeDog {
  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= build.leg
    body.length = breed == .beagle ? 0.66 : 0.58
    body.chest *= 0.5 + 0.5 * build.limb
    body.rump *= 0.86 * (0.5 + 0.5 * build.limb)
    body.neck = Point(0.2, breed == .pug ? -0.2 : -0.3)
    body.neckRadii = Point(0.17, 0.13) * (0.4 + 0.6 * build.limb)
    body.legRadii = Point(0.11, 0.055) * (0.4 + 0.6 * build.limb)
    if breed == .husky || breed == .beagle { body.socks = scene.coat.accent }
    if scene.posture == .lying {
      lie(on: raster)
      profile(HeadFrame(origin: Point(0.42, 0.02), angle: 0.12), on: raster)
      return
    }
    tail(body.hip + Point(-0.13, -0.12), on: raster)
    var paint = trunk
    let middle = (body.hip + body.shoulder) / 2
    switch breed {
    case .beagle:
      paint = paint.marked(middle + Point(-0.06, -0.16), Point(0.44, 0.26), scene.coat.secondary)
        .marked(body.head, Point(0.26, 0.24), scene.coat.primary)
    case .husky:
      paint = paint.marked(middle + Point(0.05, 0.26), Point(0.5, 0.2), scene.coat.accent, softness: 0.4)
        .marked(body.shoulder + Point(0.2, 0.0), Point(0.16, 0.26), scene.coat.accent, softness: 0.4)
    case .chihuahua:
      paint = paint.marked(body.shoulder + Point(0.14, 0.1), Point(0.16, 0.2), scene.coat.accent, softness: 0.4)
    default: break
    }
    body.paint(paint, on: raster)
    if breed == .poodle {
      curls(body.shoulder + Point(-0.04, 0.02), 0.34, on: raster)
      curls(body.hip + Point(-0.02, 0.04), 0.2, on: raster)
      for x in [body.hip.x - 0.06, body.shoulder.x + 0.03] { curls(Point(x, 0.7), 0.12, on: raster) }
    }
    profile(HeadFrame(origin: body.head, angle: 0.12), on: raster)
  }

  /// A tail as the breed carries it: curled over the back, a pompon, or raised.
  private func tail(_ root: Point, on raster: Raster) {
    let length = scene.proportions.tail
    var tail = Solid(blend: 0.04)
    switch breed {
    case .husky, .pug:
      let thick: Float = breed == .husky ? 0.12 : 0.055
      tail.curve(root, root + Point(-0.3, -0.1) * length, root + Point(-0.1, -0.32 * length), thick * 0.7, thick)
      tail.curve(
        root + Point(-0.1, -0.32 * length), root + Point(0.12, -0.36 * length), root + Point(0.1, -0.14), thick,
        thick * 0.6)
    case .poodle:
      tail.curve(root, root + Point(-0.1, -0.1), root + Point(-0.14, -0.26 * length), 0.04, 0.035)
      raster.paint(tail, coat)
      curls(root + Point(-0.15, -0.32 * length), 0.13, on: raster)
      return
    default:
      tail.curve(root, root + Point(-0.22, -0.02), root + Point(-0.24, -0.34 * length), 0.06 * build.limb, 0.03)
    }
    let end = breed == .beagle ? scene.coat.secondary : scene.coat.primary
    var paint = breed == .dalmatian ? coat : Paint(end, seed: scene.coat.seed, fur: build.fur)
    if breed == .beagle {
      paint = paint.marked(root + Point(-0.24, -0.34 * length), Point(0.12, 0.14), scene.coat.accent)
    }
    raster.paint(tail, paint)
  }

  /// On its belly, forelegs stretched out.
  private func lie(on raster: Raster) {
    raster.groundShadow(Point(-0.02, 0.76), Point(0.95, 0.14), strength: 0.5)
    let thick = 0.25 * (0.5 + 0.5 * build.limb) * scene.proportions.girth
    let limb = 0.085 * (0.4 + 0.6 * build.limb)
    tail(Point(-0.6, 0.52), on: raster)
    var paint = trunk
    switch breed {
    case .beagle:
      paint = paint.marked(Point(-0.16, 0.3), Point(0.44, 0.24), scene.coat.secondary)
        .marked(Point(0.42, 0.04), Point(0.24, 0.26), scene.coat.primary)
    case .husky:
      paint = paint.marked(Point(0.1, 0.7), Point(0.7, 0.18), scene.coat.accent, softness: 0.4)
        .marked(Point(0.42, 0.36), Point(0.16, 0.28), scene.coat.accent, softness: 0.4)
    default: break
    }
    var far = Solid(blend: 0.04)
    far.limb(Point(0.3, 0.6), Point(0.82, 0.67), limb, limb * 0.8)
    raster.paint(far, paint.shaded(0.72))
    var body = Solid(blend: 0.1)
    body.limb(Point(-0.42, 0.48), Point(0.2, 0.4), thick * 0.95, thick)
    body.limb(Point(0.26, 0.36), Point(0.4, 0.04), 0.17 * (0.4 + 0.6 * build.limb), 0.13)
    body.ellipse(Point(-0.42, 0.56), Point(0.25, 0.2), lift: 0.06)
    body.limb(Point(-0.38, 0.7), Point(-0.08, 0.71), 0.07, 0.055, lift: 0.06)
    body.limb(Point(0.2, 0.6), Point(0.68, 0.7), limb * 1.15, limb * 0.85, lift: 0.06)
    raster.paint(body, paint)
    let feet = breed == .husky || breed == .beagle ? scene.coat.accent : scene.coat.primary
    for x in [Float(0.73), -0.04] {
      raster.paint(.ellipse(Point(x, 0.72), Point(0.1, 0.055)), Paint(feet, seed: scene.coat.seed, fur: build.fur))
    }
    if breed == .poodle {
      curls(Point(0.2, 0.36), 0.33, on: raster)
      curls(Point(-0.44, 0.5), 0.24, on: raster)
      curls(Point(0.6, 0.68), 0.11, on: raster)
    }
  }

  /// The head from the side.
  private func profile(_ head: HeadFrame, on raster: Raster) {
    let reach = (0.1 + 0.23 * build.snout) * scene.proportions.muzzle
    if case .upright(let size) = build.ear {
      for (shift, shade) in [(Float(0.08), Float(0.7)), (-0.06, 1)] {
        let tip = head(shift - 0.04 - 0.06 * (size.x - 1), -0.2 - 0.16 * size.y * scene.proportions.ear)
        raster.paint(
          .polygon([head(shift - 0.1 * size.x, -0.08), tip, head(shift + 0.08 * size.x, -0.12)], rounding: 0.035),
          ears.shaded(shade))
      }
    }
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, -0.01), Point(0.2, 0.19) * build.face)
    let slim: Float = breed == .poodle ? 0.78 : breed == .chihuahua ? 0.75 : 1
    skull.limb(head(0.07, 0.05), head(reach, 0.07), 0.13 * slim, (breed == .pug ? 0.11 : 0.08) * slim)
    var face = coat
    switch breed {
    case .pug: face = face.marked(head(reach, 0.06), Point(0.17, 0.16), scene.coat.secondary * 1.2, softness: 0.35)
    case .husky:
      face = face.marked(head(reach - 0.04, 0.12), Point(0.26, 0.14), scene.coat.accent)
        .marked(head(0.1, -0.08), Point(0.08, 0.06), scene.coat.accent)
    case .beagle: face = face.marked(head(reach, 0.06), Point(0.16, 0.13), scene.coat.accent)
    case .chihuahua: face = face.marked(head(reach, 0.1), Point(0.13, 0.08), scene.coat.accent, softness: 0.4)
    default: break
    }
    raster.paint(skull, face)
    raster.paint(
      .curve(
        head(reach + 0.05, 0.13), head(reach - 0.08, 0.15), head(0.1, 0.1 - 0.03 * scene.expression.smile), 0.012, 0.008
      ),
      .flat(RGB(0.15, 0.09, 0.09)))
    let nose = head(reach + (breed == .pug ? 0.1 : 0.07), 0.02)
    raster.paint(.ellipse(nose, Point(0.052, 0.045) * (0.5 + 0.5 * slim)), Paint(RGB(0.1, 0.085, 0.085), gloss: 0.4))
    if scene.expression.showsTongue {
      raster.paint(.ellipse(head(reach - 0.03, 0.19), Point(0.04, 0.075)), Paint(RGB(0.86, 0.42, 0.45), shadow: 0.1))
    }
    raster.eye(head(0.1, -0.05), 0.042 * build.eye, expression, pupilSize: 0.68)
    switch build.ear {
    case .upright: break
    case .folded:
      raster.paint(.polygon([head(-0.1, -0.15), head(0.02, -0.17), head(-0.03, -0.02)], rounding: 0.035), ears)
    case .hanging(let length) where breed == .poodle:
      curls(head(-0.04, -0.2), 0.2, on: raster)
      curls(head(-0.12, 0.04 + 0.06 * length), 0.15, on: raster)
    case .hanging(let length):
      var flap = Solid(blend: 0.05)
      flap.limb(head(-0.06, -0.12), head(-0.12, 0.02), 0.07, 0.1)
      flap.limb(head(-0.12, 0.02), head(-0.11, 0.02 + 0.17 * length * scene.proportions.ear), 0.1, 0.08)
      raster.paint(flap, ears)
    }
  }
}
