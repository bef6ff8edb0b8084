import Foundation

/// A rose: rounds of broad petals that wrap each other around a spiral; a thorny stem with leaflets.
struct Rose: Motif {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  private func petal(_ shade: Float) -> Paint {
    var paint = Paint(scene.coat.primary * shade, seed: scene.coat.seed, fur: 0.25, gloss: 0.05, relief: 0.85)
    paint.shadow = 0.5
    return paint
  }

  /// A bloom from above, or with `squash` < 1 obliquely.
  private func bloom(_ centre: Point, reach: Float, squash: Float, turn: Float, on raster: Raster) {
    for (round, (radius, count)) in [(Float(0.62), 5), (0.47, 5), (0.33, 4), (0.2, 3)].enumerated() {
      for number in 0..<count {
        let angle = turn + Float(round) * 0.7 + 2 * .pi * Float(number) / Float(count)
        let outward = Point(cos(angle), sin(angle) * squash)
        let middle = centre + outward * radius * reach
        let wide = (0.42 - 0.07 * Float(round)) * reach
        let shade = 1.06 - 0.09 * Float(round) - (number % 2 == 0 ? 0.05 : 0)
        let inner = Paint.Mark(
          centre: centre, radii: Point(reach, reach * squash) * (radius + 0.1),
          colour: scene.coat.secondary * (1 - 0.06 * Float(round)), softness: 0.7)
        var paint = petal(shade)
        paint.marks = [inner]
        raster.paint(
          .ellipse(middle, Point(wide * 0.82, wide * 1.12) * Point(squash * 0.4 + 0.6, 1), angle: angle), paint)
      }
    }
    var spiral = Solid(blend: 0.01)
    for step in 0..<11 {
      func point(_ step: Int) -> Point {
        let angle = turn + Float(step) * 0.75
        return centre + Point(cos(angle), sin(angle) * squash) * reach * 0.023 * Float(step)
      }
      spiral.limb(point(step), point(step + 1), 0.012 * reach, 0.018 * reach)
    }
    raster.paint(.ellipse(centre, Point(0.24, 0.24 * squash) * reach), petal(0.8))
    raster.paint(spiral, Paint.flat(scene.coat.secondary * 0.62))
  }

  /// Three leaflets on one stalk.
  private func spray(_ root: Point, _ tip: Point, _ width: Float, on raster: Raster) {
    let along = tip - root
    let across = Point(-along.y, along.x)
    raster.paint(.curve(root, root + along * 0.4, root + along * 0.7, 0.014, 0.01), Foliage.green.shaded(0.8))
    raster.leaf(root + along * 0.42, root + along * 0.62 + across * 0.42, width * 0.8)
    raster.leaf(root + along * 0.42, root + along * 0.62 - across * 0.42, width * 0.8)
    raster.leaf(root + along * 0.6, tip, width)
  }

  func paintFace(on raster: Raster) {
    let reach = 0.78 * scene.proportions.ear
    spray(Point(-0.3, 0.3), Point(-0.88, 0.8), 0.15, on: raster)
    spray(Point(0.3, 0.32), Point(0.86, 0.76), 0.14, on: raster)
    spray(Point(0.2, -0.4), Point(0.82, -0.82), 0.12, on: raster)
    bloom(Point(0, 0), reach: reach, squash: 1, turn: scene.pose.swing, on: raster)
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.92), Point(0.35, 0.07), strength: 0.4)
    let head = Point(0.08 * scene.pose.swing, -0.4)
    let bend = Point(-0.12 * scene.pose.swing, 0.3)
    for (height, side) in [(Float(0.62), Float(1)), (0.38, -1), (0.12, 1)] {
      let root = Point(-0.04 * scene.pose.swing, height)
      raster.paint(
        .polygon([root + Point(0, -0.05), root + Point(side * 0.1, -0.06), root + Point(0, 0.03)], rounding: 0.006),
        Paint(RGB(0.5, 0.36, 0.22)))
    }
    raster.paint(.curve(Point(0, 0.92), bend, head, 0.034, 0.034), Foliage.green)
    spray(Point(-0.02, 0.66), Point(-0.66, 0.3 + 0.2 * scene.proportions.tail), 0.12, on: raster)
    spray(Point(-0.03, 0.4), Point(0.62, 0.06 + 0.16 * scene.proportions.tail), 0.11, on: raster)
    for angle in [Float(0.25), 0.95, 1.57, 2.2, 2.9] {
      raster.petal(head + Point(0, 0.26), angle, length: 0.32, width: 0.055, end: 0.1, Foliage.green)
    }
    let wide = 0.4 * scene.proportions.ear
    // A goblet: petals at the back, the spiral in its mouth, petals around its front.
    for side in [Float(-1), 0, 1] {
      raster.paint(
        .ellipse(head + Point(side * wide * 0.55, -0.12), Point(wide * 0.55, 0.26), angle: side * 0.35), petal(0.88))
    }
    bloom(head + Point(0, -0.12), reach: wide * 0.95, squash: 0.6, turn: scene.pose.swing, on: raster)
    for (side, drop, shade) in [(Float(-0.62), Float(0.1), Float(0.96)), (0.62, 0.1, 1), (0.04, 0.17, 1.06)] {
      var front = Solid(blend: 0.1)
      front.ellipse(head + Point(side * wide, drop), Point(wide * 0.62, 0.25), angle: side * -0.5)
      raster.paint(
        front,
        petal(shade).marked(head + Point(0, 0.42), Point(wide, 0.3), scene.coat.secondary, softness: 0.7))
    }
  }
}
