import Foundation

/// A flower: petals around a centre; seen from above, or from the side on its stem.
struct Flower: Motif {
  private let scene: Scene
  private let green = Foliage.green

  init(_ scene: Scene) {
    self.scene = scene
  }

  private var petals: Int { [5, 6, 8, 11, 14][Int(scene.coat.seed % 5)] }

  private var petal: Paint {
    Paint(scene.coat.primary, seed: scene.coat.seed, fur: 0.35, relief: 0.55)
  }

  /// A ring of petals, each brighter or darker than its neighbour.
  private func corolla(_ centre: Point, reach: Float, turn: Float, squash: Float, shade: Float, on raster: Raster) {
    let count = petals
    let width = min(0.24, 1.9 / Float(count)) * reach / 0.6
    for number in 0..<count {
      let angle = turn + Float(number) * 2 * .pi / Float(count)
      let outward = Point(cos(angle), sin(angle) * squash)
      var blade = Solid(blend: 0.08)
      let middle = centre + outward * reach * 0.62
      blade.limb(centre + outward * 0.1, middle, width * 0.35, width)
      blade.limb(middle, centre + outward * reach * 0.86, width, width * 0.55)
      let paint = petal.shaded(shade * (number % 2 == 0 ? 1 : 0.92))
      raster.paint(
        blade, paint.marked(centre, Point(reach * 0.5, reach * 0.5), scene.coat.secondary * shade, softness: 0.5))
    }
  }

  func paintFace(on raster: Raster) {
    let reach = 0.74 * scene.proportions.ear
    raster.leaf(Point(-0.2, 0.3), Point(-0.78, 0.72), 0.16)
    raster.leaf(Point(0.2, 0.3), Point(0.72, 0.8), 0.15)
    corolla(Point(0, -0.05), reach: reach, turn: scene.pose.swing, squash: 1, shade: 0.85, on: raster)
    if scene.coat.seed % 2 == 0 {
      corolla(
        Point(0, -0.05), reach: reach * 0.68, turn: scene.pose.swing + .pi / Float(petals), squash: 1, shade: 1.02,
        on: raster)
    }
    raster.paint(
      .disc(Point(0, -0.05), 0.17 * scene.proportions.girth),
      Paint(
        scene.coat.accent, second: scene.coat.accent * 0.6, pattern: Pattern(kind: .spots, scale: 16, amount: 0.6),
        seed: scene.coat.seed, fur: 0.5))
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.9), Point(0.35, 0.07), strength: 0.4)
    let head = Point(0.06 * scene.pose.swing, -0.38)
    raster.paint(.curve(Point(0, 0.9), Point(-0.1 * scene.pose.swing, 0.3), head, 0.04, 0.032), green)
    raster.leaf(Point(0, 0.72), Point(-0.5, 0.22 + 0.2 * scene.proportions.tail), 0.11)
    raster.leaf(Point(0, 0.6), Point(0.46, 0.02 + 0.2 * scene.proportions.tail), 0.1)
    corolla(
      head, reach: 0.56 * scene.proportions.ear, turn: 0.3 * scene.pose.swing, squash: 0.72, shade: 0.92, on: raster)
    raster.paint(
      .ellipse(head, Point(0.14, 0.1) * scene.proportions.girth),
      Paint(
        scene.coat.accent, second: scene.coat.accent * 0.6, pattern: Pattern(kind: .spots, scale: 16, amount: 0.6),
        seed: scene.coat.seed, fur: 0.5))
  }
}
