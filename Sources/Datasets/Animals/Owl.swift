import Foundation

/// An owl: large eyes in round face discs, a hooked beak, feathers in rows, sitting on a branch.
struct Owl: Motif {
  private let scene: Scene
  private let coat: Paint
  private let bark = Paint(RGB(0.38, 0.28, 0.2), seed: 9, fur: 1.4)
  private let beak = Paint(RGB(0.82, 0.62, 0.25), gloss: 0.2)

  init(_ scene: Scene) {
    self.scene = scene
    coat = Paint(scene.coat, fur: 0.9)
  }

  private var golden: Scene.Expression {
    var expression = scene.expression
    if expression.iris.x + expression.iris.y < 1 { expression.iris = RGB(0.92, 0.68, 0.15) }
    return expression
  }

  private func branch(_ height: Float, on raster: Raster) {
    var wood = Solid(blend: 0.05)
    wood.limb(Point(-0.75, height + 0.05), Point(0.75, height - 0.03), 0.07, 0.055)
    wood.limb(Point(0.4, height - 0.02), Point(0.66, height - 0.16), 0.035, 0.02)
    raster.paint(wood, bark)
  }

  private func feet(_ height: Float, _ columns: [Float], on raster: Raster) {
    for column in columns {
      for toe in [Float(-0.06), 0, 0.06] {
        raster.paint(
          .curve(
            Point(column + toe, height - 0.06), Point(column + toe * 1.2, height - 0.06),
            Point(column + toe * 1.2, height + 0.04), 0.03, 0.02),
          beak.shaded(0.85))
      }
    }
  }

  private func tufts(_ left: Point, _ right: Point, on raster: Raster) {
    guard scene.coat.seed % 3 != 0 else { return }
    for (root, side) in [(left, Float(-1)), (right, 1)] {
      let tip = root + Point(side * 0.14, -0.28 * scene.proportions.ear)
      raster.paint(
        .polygon([root + Point(-side * 0.16, 0.04), tip, root + Point(side * 0.08, 0.14)], rounding: 0.03),
        coat.shaded(0.85))
    }
  }

  func paintFace(on raster: Raster) {
    let girth = scene.proportions.girth
    branch(0.82, on: raster)
    raster.paint(.ellipse(Point(0, 0.86), Point(0.18, 0.16 * scene.proportions.tail)), coat.shaded(0.7))
    var body = Solid(blend: 0.12)
    body.ellipse(Point(0, 0.32), Point(0.45 * girth, 0.5))
    body.ellipse(Point(0, -0.3), Point(0.46, 0.38))
    let belly = scene.coat.accent
    tufts(Point(-0.3, -0.58), Point(0.3, -0.58), on: raster)
    raster.paint(body, coat)
    var breast = Paint(
      belly, second: scene.coat.secondary, pattern: Pattern(kind: .spots, scale: 9, amount: 0.5), seed: scene.coat.seed,
      fur: 0.7)
    breast.shadow = 0
    raster.paint(.ellipse(Point(0, 0.38), Point(0.27 * girth, 0.38)), breast)
    for side in [Float(-1), 1] {
      var wing = Solid(blend: 0.08)
      wing.limb(Point(side * 0.38 * girth, 0.12), Point(side * 0.4 * girth, 0.45), 0.13, 0.12)
      wing.limb(Point(side * 0.4 * girth, 0.45), Point(side * 0.28, 0.76), 0.12, 0.04)
      raster.paint(wing, coat.shaded(0.88))
    }
    feet(0.8, [-0.14, 0.14], on: raster)
    for side in [Float(-1), 1] {
      raster.paint(
        .ellipse(Point(side * 0.2, -0.3), Point(0.235, 0.26), angle: side * 0.25),
        Paint(belly, seed: scene.coat.seed, fur: 0.9, relief: 0.6, shadow: 0.15))
    }
    raster.eyes(Point(0, -0.31), apart: 0.195, 0.135, golden, pupilSize: 0.55)
    raster.paint(
      .polygon(
        [Point(-0.065, -0.24), Point(0.065, -0.24), Point(0, -0.05 + 0.05 * scene.proportions.muzzle)], rounding: 0.03),
      beak)
  }

  func paintBody(on raster: Raster) {
    let girth = scene.proportions.girth
    branch(0.7, on: raster)
    var tail = Solid(blend: 0.05)
    tail.limb(Point(-0.28, 0.5), Point(-0.42, 0.62 + 0.26 * scene.proportions.tail), 0.14, 0.09)
    raster.paint(tail, coat.shaded(0.8))
    var body = Solid(blend: 0.14)
    body.ellipse(Point(-0.05, 0.2), Point(0.38 * girth, 0.52), angle: 0.25)
    body.ellipse(Point(0.14, -0.38), Point(0.36, 0.33))
    tufts(Point(0.02, -0.62), Point(0.32, -0.62), on: raster)
    raster.paint(body, coat.marked(Point(0.24, 0.22), Point(0.18, 0.4), scene.coat.accent, softness: 0.3))
    var wing = Solid(blend: 0.1)
    wing.ellipse(Point(-0.14, 0.2), Point(0.23, 0.36), angle: 0.3)
    wing.limb(Point(-0.2, 0.4), Point(-0.38, 0.72), 0.15, 0.04)
    raster.paint(wing, coat.shaded(0.82))
    for step in 0..<4 {
      let y = 0.18 + 0.12 * Float(step)
      raster.paint(
        .curve(
          Point(-0.3 - 0.02 * Float(step), y), Point(-0.16, y + 0.16), Point(0.0 - 0.05 * Float(step), y + 0.02), 0.014,
          0.008),
        .flat(scene.coat.secondary * 0.7))
    }
    feet(0.68, [0.02, 0.2], on: raster)
    let disc = Paint(scene.coat.accent, seed: scene.coat.seed, fur: 0.9, relief: 0.6, shadow: 0.15)
    raster.paint(.ellipse(Point(0.1, -0.38), Point(0.22, 0.25)), disc)
    raster.paint(.ellipse(Point(0.37, -0.38), Point(0.13, 0.23)), disc)
    raster.eye(Point(0.13, -0.39), 0.12, golden, pupilSize: 0.55)
    raster.eye(Point(0.385, -0.39), 0.085, golden, pupilSize: 0.55)
    raster.paint(.polygon([Point(0.24, -0.32), Point(0.33, -0.33), Point(0.31, -0.15)], rounding: 0.028), beak)
  }
}
