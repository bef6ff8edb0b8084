/// A daisy: many narrow round-ended petals in one ring around a small golden dome; a thin stem.
struct Daisy: Motif {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  private var count: Int { [16, 19, 22, 25][Int(scene.coat.seed % 4)] }

  /// The flower head from above, or with `squash` < 1 obliquely.
  private func bloom(_ centre: Point, reach: Float, squash: Float, on raster: Raster) {
    let width = 2.3 * reach / Float(count) * 0.9
    for (layer, shade) in [Float(0.84), 1.02].enumerated() {
      for number in 0..<count where number % 2 == layer {
        let jitter = raster.noise.white(Int(scene.coat.seed & 0xFFF) + number)
        let angle = 2 * Float.pi * (Float(number) + 0.16 * jitter) / Float(count) + scene.pose.swing
        var paint = Paint(
          scene.coat.primary * (shade + 0.03 * jitter), seed: scene.coat.seed, fur: 0.25, relief: 0.7, shadow: 0.3)
        paint = paint.marked(
          centre, Point(reach, reach * squash) * 0.55, scene.coat.secondary * shade, softness: 0.6)
        raster.petal(
          centre, angle, length: reach * (1 + 0.05 * jitter), width: width, middle: 0.72, end: 0.8, squash: squash,
          paint)
      }
    }
    let dome = 0.25 * reach * scene.proportions.girth
    raster.paint(
      .ellipse(centre - Point(0, dome * (1 - squash) * 0.5), Point(dome, dome * (0.25 + 0.75 * squash))),
      Paint(
        scene.coat.accent, second: scene.coat.accent * RGB(0.86, 0.66, 0.5),
        pattern: Pattern(kind: .spots, scale: 22, amount: 0.55), seed: scene.coat.seed, fur: 0.8, relief: 0.9,
        shadow: 0.4))
  }

  /// A leaf with a few deep teeth on each side.
  private func toothedLeaf(_ root: Point, _ tip: Point, on raster: Raster) {
    let along = tip - root
    let across = Point(-along.y, along.x)
    for step in 1...3 {
      let from = root + along * (0.22 * Float(step))
      for side in [Float(-0.26), 0.26] {
        raster.leaf(from, from + along * 0.22 + across * side, 0.035)
      }
    }
    raster.leaf(root, tip, 0.05)
  }

  func paintFace(on raster: Raster) {
    toothedLeaf(Point(-0.2, 0.3), Point(-0.82, 0.84), on: raster)
    toothedLeaf(Point(0.2, 0.3), Point(0.8, 0.8), on: raster)
    bloom(Point(0, -0.04), reach: 0.82 * scene.proportions.ear, squash: 1, on: raster)
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.92), Point(0.3, 0.07), strength: 0.4)
    let head = Point(0.1 * scene.pose.swing, -0.4)
    let bud = Point(0.42, -0.08 + 0.1 * scene.proportions.tail)
    raster.paint(.curve(Point(0.02, 0.6), Point(0.3, 0.5), bud, 0.02, 0.018), Foliage.green)
    raster.paint(.ellipse(bud - Point(0, 0.04), Point(0.075, 0.06)), Paint(scene.coat.primary, fur: 0.4))
    raster.paint(.ellipse(bud + Point(0, 0.01), Point(0.085, 0.065)), Foliage.green)
    raster.paint(.curve(Point(0, 0.92), Point(-0.1 * scene.pose.swing, 0.3), head, 0.026, 0.022), Foliage.green)
    toothedLeaf(Point(0, 0.8), Point(-0.5, 0.5), on: raster)
    toothedLeaf(Point(0, 0.84), Point(0.46, 0.66), on: raster)
    bloom(head, reach: 0.52 * scene.proportions.ear, squash: 0.62, on: raster)
  }
}
