import Foundation

/// A sheep: a cloud of wool from which a narrow bare face and thin legs look out.
struct Sheep: Motif {
  private let scene: Scene
  private let wool: Paint
  private let skin: Paint

  init(_ scene: Scene) {
    self.scene = scene
    wool = Paint(scene.coat.primary, seed: scene.coat.seed, fur: 1.7, shadow: 0.25)
    skin = Paint(scene.coat.secondary, seed: scene.coat.seed, fur: 0.4, gloss: 0.06)
  }

  private var isHorned: Bool { scene.coat.seed % 4 == 0 }

  /// An oval of curls: locks around its rim and over its middle.
  private func fleece(_ centre: Point, _ radii: Point, lock: Float, on raster: Raster) {
    let count = Int(6.3 * max(radii.x, radii.y) / lock)
    var rim = Solid(blend: 0.02)
    rim.ellipse(centre, radii, bulge: 0.8)
    for number in 0..<count {
      let angle = 2 * Float.pi * (Float(number) + 0.3 * scene.pose.swing) / Float(count)
      let wobble = 1 + 0.18 * raster.noise.white(Int(scene.coat.seed & 0xFFF) + number)
      rim.ellipse(
        centre + Point(cos(angle), sin(angle)) * radii * 0.94, Point(lock, lock) * wobble, lift: 0.02, bulge: 1.6)
    }
    raster.paint(rim, wool)
    var curls = Solid(blend: 0.02)
    for ring in [Float(0.28), 0.64] {
      let inner = Int(Float(count) * ring)
      for number in 0..<inner {
        let angle = 2 * Float.pi * (Float(number) + ring) / Float(inner)
        curls.ellipse(
          centre + Point(cos(angle), sin(angle)) * radii * ring, Point(lock, lock) * 0.95, lift: 0.05, bulge: 1.5)
      }
    }
    var soft = wool
    soft.shadow = 0.12
    raster.paint(curls, soft)
  }

  /// An ear that hangs sideways.
  private func ear(_ root: Point, _ side: Float, _ length: Float, on raster: Raster) {
    var leaf = Solid(blend: 0.04)
    leaf.limb(root, root + Point(side * 0.16, 0.06) * length, 0.05, 0.085 * length)
    leaf.limb(root + Point(side * 0.16, 0.06) * length, root + Point(side * 0.32, 0.16) * length, 0.085 * length, 0.025)
    raster.paint(leaf, skin.shaded(0.92))
    raster.paint(
      .curve(root, root + Point(side * 0.14, 0.07) * length, root + Point(side * 0.26, 0.14) * length, 0.03, 0.015),
      Paint(0.5 * Fur.pink + 0.35 * scene.coat.secondary, relief: 0.3, shadow: 0))
  }

  /// A horn that winds round once beside the head.
  private func horn(_ centre: Point, _ side: Float, _ size: Float, on raster: Raster) {
    var coil = Solid(blend: 0.03)
    for step in 0..<9 {
      let angle = Float(step) * 0.55 - 1.9
      let radius = size * (1 - 0.055 * Float(step))
      func point(_ angle: Float) -> Point { centre + Point(side * cos(angle), sin(angle)) * radius }
      let thickness = size * 0.42 * (1 - 0.085 * Float(step))
      coil.limb(point(angle), point(angle + 0.55), thickness, thickness * 0.9)
    }
    raster.paint(
      coil, Paint(RGB(0.7, 0.6, 0.46), second: RGB(0.45, 0.36, 0.28), pattern: Pattern(kind: .tabby, scale: 14)))
  }

  func paintFace(on raster: Raster) {
    let (long, girth) = (scene.proportions.muzzle, scene.proportions.girth)
    raster.groundShadow(Point(0, 0.92), Point(0.7, 0.13), strength: 0.45)
    for side in [Float(-1), 1] {
      var leg = Solid(blend: 0.03)
      leg.limb(Point(side * 0.2, 0.5), Point(side * (0.2 + 0.03 * scene.pose.swing), 0.86), 0.075, 0.058)
      raster.paint(leg, skin.shaded(0.85))
      raster.paint(.ellipse(Point(side * 0.2, 0.9), Point(0.08, 0.045)), Paint(RGB(0.2, 0.17, 0.16)))
    }
    fleece(Point(0, 0.22), Point(0.5 * girth, 0.42), lock: 0.13, on: raster)
    for side in [Float(-1), 1] { ear(Point(side * 0.22, -0.42), side, 1.15 * scene.proportions.ear, on: raster) }
    var head = Solid(blend: 0.08)
    head.ellipse(Point(0, -0.38), Point(0.26, 0.24))
    head.limb(Point(0, -0.3), Point(0, 0.1 * long), 0.24, 0.14)
    var face = skin
    face.shadow = 0.5
    let end = 0.1 * long
    raster.paint(
      head,
      face.marked(Point(0, end + 0.08), Point(0.17, 0.13), 0.65 * scene.coat.secondary + 0.25 * Fur.pink, softness: 0.5)
    )
    if isHorned {
      for side in [Float(-1), 1] { horn(Point(side * 0.4, -0.4), side, 0.19 * scene.proportions.horn, on: raster) }
    }
    fleece(Point(0, -0.62), Point(0.21, 0.13), lock: 0.1, on: raster)
    raster.eyes(Point(0, -0.32), apart: 0.19, 0.062, gentle, pupil: .bar)
    raster.nose(Point(0, end + 0.02), 0.062, 0.35 * scene.coat.secondary + 0.2 * Fur.pink)
    raster.mouth(Point(0, end + 0.05), width: 0.08, drop: 0.05, gentle, line: 0.013)
  }

  /// The scene's expression with amber eyes that show in a dark face.
  private var gentle: Scene.Expression {
    var expression = scene.expression
    expression.iris = RGB(0.78, 0.6, 0.3)
    return expression
  }

  func paintBody(on raster: Raster) {
    var body = Quadruped(scene)
    body.leg *= 0.82
    body.length = 0.54
    body.legRadii = Point(0.075, 0.045)
    body.neck = Point(0.24, -0.2)
    body.neckRadii = Point(0.13, 0.1)
    body.hoof = RGB(0.22, 0.19, 0.17)
    body.paint(skin, on: raster)
    let middle = (body.hip + body.shoulder) / 2
    let girth = scene.proportions.girth
    fleece(body.hip + Point(-0.27, 0.02), Point(0.07, 0.1 * scene.proportions.tail), lock: 0.07, on: raster)
    fleece(middle + Point(-0.02, -0.04), Point(0.53, 0.33 * girth), lock: 0.13, on: raster)
    fleece(body.shoulder + Point(0.12, -0.16), Point(0.17, 0.2), lock: 0.11, on: raster)
    let head = HeadFrame(origin: body.head + Point(0.06, -0.03), angle: 0.6)
    let end = 0.28 * scene.proportions.muzzle
    var skull = Solid(blend: 0.06)
    skull.ellipse(head(0, 0), Point(0.15, 0.14))
    skull.limb(head(0.05, 0.01), head(end, 0.03), 0.12, 0.075)
    raster.paint(skull, skin)
    ear(head(-0.06, -0.02), -1, 0.72 * scene.proportions.ear, on: raster)
    fleece(head(-0.08, -0.12), Point(0.13, 0.09), lock: 0.08, on: raster)
    if isHorned { horn(head(-0.06, 0.03), -1, 0.13 * scene.proportions.horn, on: raster) }
    raster.eye(head(0.1, -0.04), 0.036, gentle, pupil: .bar)
    raster.paint(.ellipse(head(end + 0.05, 0), Point(0.028, 0.022)), .flat(scene.coat.secondary * 0.35))
    raster.paint(
      .curve(head(end + 0.06, 0.07), head(end, 0.08), head(end - 0.08, 0.06), 0.009, 0.006),
      .flat(scene.coat.secondary * 0.4))
  }
}
