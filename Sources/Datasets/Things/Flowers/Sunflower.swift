import Foundation

/// A sunflower: a large dark disc of seeds in spirals, two rounds of pointed petals, a thick stem with broad leaves.
struct Sunflower: Motif {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// The flower head from the front, or with `squash` < 1 obliquely.
  private func bloom(_ centre: Point, reach: Float, squash: Float, on raster: Raster) {
    let count = 15 + Int(scene.coat.seed % 4)
    for (layer, shade) in [Float(0.8), 1.03].enumerated() {
      for number in 0..<count {
        let jitter = raster.noise.white(Int(scene.coat.seed & 0xFFF) + number + 40 * layer)
        let angle = 2 * Float.pi * (Float(number) + 0.5 * Float(layer) + 0.2 * jitter) / Float(count) + scene.pose.swing
        let paint = Paint(
          scene.coat.primary * (shade + 0.05 * jitter), seed: scene.coat.seed, fur: 0.3, relief: 0.7, shadow: 0.3
        ).marked(centre, Point(reach, reach * squash) * 0.7, scene.coat.secondary * shade, softness: 0.5)
        raster.petal(
          centre, angle, length: reach * (1 + 0.06 * jitter), width: reach * 0.115, middle: 0.66, end: 0.08,
          squash: squash, paint)
      }
    }
    let disc = 0.47 * reach * scene.proportions.girth
    let seeds = Paint(scene.coat.accent, seed: scene.coat.seed, fur: 0.8, relief: 0.5, shadow: 0.45)
      .marked(centre, Point(disc, disc * squash) * 0.42, 0.6 * scene.coat.accent + RGB(0.2, 0.2, 0.06), softness: 0.4)
    raster.paint(.ellipse(centre, Point(disc, disc * squash)), seeds)
    // Seeds sit at the golden angle from one another (Vogel, 1979).
    let kernel = Paint.flat(0.72 * scene.coat.accent + RGB(0.27, 0.18, 0.06))
    let number = 64
    for seed in 8..<number {
      let radius = disc * 0.96 * (Float(seed) / Float(number)).squareRoot()
      let angle = Float(seed) * 2.399_963
      raster.paint(
        .disc(centre + Point(cos(angle), sin(angle) * squash) * radius, 0.028 * reach), kernel)
    }
  }

  /// A broad heart-shaped leaf.
  private func heart(_ root: Point, _ tip: Point, _ width: Float, on raster: Raster) {
    let along = tip - root
    let across = Point(-along.y, along.x) * width
    var blade = Solid(blend: 0.06)
    for side in [Float(-1), 1] {
      blade.limb(root + along * 0.24 + across * side * 0.5, root + along * 0.4 + across * side * 0.3, 0.11, 0.12)
    }
    blade.limb(root + along * 0.36, tip, 0.15, 0.012)
    raster.paint(.curve(root, root + along * 0.1, root + along * 0.3, 0.02, 0.02), Foliage.green)
    raster.paint(blade, Foliage.green)
    raster.paint(.curve(root + along * 0.2, root + along * 0.5, tip, 0.011, 0.005), .flat(Foliage.green.colour * 0.62))
  }

  func paintFace(on raster: Raster) {
    heart(Point(-0.25, 0.36), Point(-0.92, 0.8), 0.6, on: raster)
    heart(Point(0.25, 0.36), Point(0.9, 0.84), 0.6, on: raster)
    bloom(Point(0, -0.03), reach: 0.86 * scene.proportions.ear, squash: 1, on: raster)
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.92), Point(0.4, 0.08), strength: 0.45)
    let head = Point(0.06 * scene.pose.swing, -0.38)
    raster.paint(.curve(Point(0, 0.92), Point(-0.1 * scene.pose.swing, 0.3), head, 0.06, 0.045), Foliage.green)
    heart(Point(-0.02, 0.7), Point(-0.68, 0.42 + 0.16 * scene.proportions.tail), 0.6, on: raster)
    heart(Point(0, 0.46), Point(0.64, 0.2 + 0.16 * scene.proportions.tail), 0.6, on: raster)
    bloom(head, reach: 0.58 * scene.proportions.ear, squash: 0.86, on: raster)
  }
}
