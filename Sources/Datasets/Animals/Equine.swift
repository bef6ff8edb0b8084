import Foundation

/// What horse and zebra share: a long face, a mane, slender legs with hooves.
struct Equine {
  var scene: Scene
  var coat: Paint
  var mane: RGB
  var muzzle: RGB
  /// True for a short mane that stands up.
  var isManeUpright: Bool
  /// A white blaze down the face, if any.
  var blaze: RGB?

  func paintFace(on raster: Raster) {
    let (ear, length) = (scene.proportions.ear, scene.proportions.muzzle)
    let dark = Paint(mane, seed: scene.coat.seed, fur: 1.4)
    raster.standingBody(coat, girth: scene.proportions.girth, swing: scene.pose.swing)
    var crest = Solid(blend: 0.06)
    if isManeUpright {
      crest.curve(Point(-0.18, -0.7), Point(-0.42, -0.4), Point(-0.4, 0.22), 0.1, 0.07)
    } else {
      crest.curve(Point(-0.1, -0.7), Point(-0.52, -0.4), Point(-0.42, 0.3 * scene.proportions.horn), 0.15, 0.13)
      crest.curve(Point(0.1, -0.7), Point(0.4, -0.5), Point(0.36, -0.1), 0.1, 0.06)
    }
    raster.paint(crest, dark)
    raster.pointedEars(
      inner: Point(0.09, -0.6), outer: Point(0.3, -0.52), tip: Point(0.25, -0.66 - 0.24 * ear), rounding: 0.05, coat,
      inside: mane)
    let end = 0.2 * length
    var head = Solid(blend: 0.1)
    head.ellipse(Point(0, -0.42), Point(0.34, 0.28))
    head.limb(Point(0, -0.36), Point(0, end), 0.3, 0.18)
    head.ellipse(Point(0, end + 0.03), Point(0.24, 0.17), lift: 0.05)
    var face = coat.marked(Point(0, end + 0.1), Point(0.32, 0.25), muzzle, softness: 0.3)
    if let blaze { face = face.marked(Point(0, -0.25), Point(0.075, 0.36), blaze) }
    if isManeUpright {
      // A pale ring, so that the eyes stand out from the stripes.
      for side in [Float(-0.225), 0.225] {
        face = face.marked(Point(side, -0.33), Point(0.125, 0.115), scene.coat.primary)
      }
    }
    face.shadow = 0.7
    raster.paint(head, face)
    var forelock = Solid(blend: 0.05)
    forelock.limb(Point(0, -0.76), Point(-0.02, -0.58), 0.1, 0.1)
    if !isManeUpright { forelock.curve(Point(0, -0.64), Point(0.1, -0.46), Point(0.0, -0.34), 0.09, 0.02) }
    raster.paint(forelock, dark)
    raster.eyes(Point(0, -0.33), apart: 0.225, 0.07, scene.expression, pupilSize: 0.75)
    for side in [Float(-0.11), 0.11] {
      raster.paint(
        .ellipse(Point(side, end + 0.02), Point(0.042, 0.056), angle: side > 0 ? 0.4 : -0.4), .flat(muzzle * 0.3))
    }
    raster.paint(
      .curve(
        Point(-0.12, end + 0.13), Point(0, end + 0.16 + 0.03 * scene.expression.smile), Point(0.12, end + 0.13), 0.014,
        0.014),
      .flat(muzzle * 0.35))
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 1.22
    body.length = 0.66
    body.chest *= 0.9
    body.rump *= 0.98
    body.neck = Point(0.24, -0.4)
    body.neckRadii = Point(0.18, 0.115)
    body.legRadii = Point(0.095, 0.042)
    body.hoof = RGB(0.2, 0.17, 0.16)
    body.middle = -0.14
    if !isManeUpright, scene.coat.seed % 3 == 0 { body.socks = Fur.white }
    let dark = Paint(mane, seed: scene.coat.seed, fur: 1.4)
    let root = body.hip + Point(-0.17, -0.12)
    let tailEnd = root + Point(-0.1 + 0.06 * scene.pose.swing, 0.55 * scene.proportions.tail)
    var tail = Solid(blend: 0.05)
    if isManeUpright {
      tail.curve(root, root + Point(-0.1, 0), tailEnd, 0.04, 0.028)
      tail.ellipse(tailEnd, Point(0.05, 0.1))
    } else {
      tail.curve(root, root + Point(-0.18, 0), tailEnd, 0.055, 0.1)
    }
    raster.paint(tail, isManeUpright ? coat : dark)
    body.paint(coat, on: raster)
    paintMane(body, dark, on: raster)
    paintHead(HeadFrame(origin: body.head, angle: 0.62), dark, on: raster)
  }

  private func paintMane(_ body: Quadruped, _ dark: Paint, on raster: Raster) {
    let top = body.head + Point(-0.06, -0.12)
    let foot = body.shoulder + Point(-0.14, -0.2)
    var crest = Solid(blend: 0.05)
    if isManeUpright {
      crest.curve(top, (top + foot) / 2 + Point(-0.08, -0.06), foot, 0.06, 0.045)
    } else {
      crest.curve(top, (top + foot) / 2 + Point(-0.06, -0.02), foot + Point(0, 0.06), 0.065, 0.07)
      for step in 0..<3 {
        let from = top + (foot - top) * (0.2 + 0.3 * Float(step))
        crest.curve(
          from, from + Point(0.02, 0.1), from + Point(-0.05, 0.24 * scene.proportions.horn), 0.07, 0.03, pieces: 3)
      }
    }
    raster.paint(crest, dark)
  }

  private func paintHead(_ head: HeadFrame, _ dark: Paint, on raster: Raster) {
    let (ear, length) = (scene.proportions.ear, scene.proportions.muzzle)
    for (shift, paint) in [(Float(0.05), coat.plain.shaded(0.7)), (-0.04, coat.plain)] {
      raster.paint(
        .polygon(
          [head(shift - 0.09, -0.06), head(shift - 0.15, -0.13 - 0.13 * ear), head(shift + 0.01, -0.11)], rounding: 0.02
        ),
        paint)
    }
    let end = 0.4 * length
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0.01), Point(0.15, 0.145))
    skull.limb(head(0.03, 0.01), head(end, 0.02), 0.125, 0.078)
    skull.ellipse(head(end, 0.02), Point(0.1, 0.09))
    raster.paint(skull, coat.marked(head(end + 0.04, 0.03), Point(0.14, 0.14), muzzle, softness: 0.35))
    if let blaze {
      raster.paint(
        .curve(head(0.08, -0.09), head(0.15, -0.1), head(end - 0.08, -0.06), 0.025, 0.02), Paint(blaze, shadow: 0))
    }
    var forelock = Solid(blend: 0.03)
    forelock.curve(head(-0.1, -0.12), head(-0.02, -0.16), head(0.06, -0.1), 0.05, 0.025)
    raster.paint(forelock, dark)
    raster.eye(head(0.08, -0.035), 0.034, scene.expression, pupilSize: 0.75)
    raster.paint(.ellipse(head(end + 0.05, 0.0), Point(0.025, 0.018)), .flat(muzzle * 0.3))
    raster.paint(
      .curve(head(end + 0.08, 0.07), head(end, 0.075), head(end - 0.08, 0.055), 0.009, 0.006), .flat(muzzle * 0.3))
  }
}

/// A horse: plain or pinto coat, a long falling mane.
struct Horse: Motif {
  private let animal: Equine

  init(_ scene: Scene) {
    animal = Equine(
      scene: scene, coat: Paint(scene.coat, fur: 0.5), mane: scene.coat.accent * 0.95,
      muzzle: scene.coat.primary * 0.62 + Fur.dark * 0.2, isManeUpright: false,
      blaze: scene.coat.seed % 2 == 0 ? Fur.white : nil)
  }

  func paintFace(on raster: Raster) { animal.paintFace(on: raster) }
  func paintBody(on raster: Raster) { animal.paintBody(on: raster) }
}

/// A zebra: black and white stripes across trunk and limbs, an upright mane, a dark muzzle.
struct Zebra: Motif {
  private let animal: Equine

  init(_ scene: Scene) {
    animal = Equine(
      scene: scene, coat: Paint(scene.coat, fur: 0.35), mane: scene.coat.secondary, muzzle: scene.coat.accent,
      isManeUpright: true)
  }

  func paintFace(on raster: Raster) { animal.paintFace(on: raster) }
  func paintBody(on raster: Raster) { animal.paintBody(on: raster) }
}
