/// A tulip: a smooth cup of pointed petals on a bare stem between long upright leaves.
struct Tulip: Motif {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  private var isStreaked: Bool { scene.coat.seed % 3 == 0 }

  private func petal(_ shade: Float, _ base: Point, _ size: Float) -> Paint {
    var paint = Paint(scene.coat.primary * shade, seed: scene.coat.seed, fur: 0.3, gloss: 0.1)
    paint.shadow = 0.4
    if isStreaked {
      return paint.marked(base + Point(0, -size), Point(0.13, 0.75) * size, scene.coat.secondary * shade, softness: 0.6)
    }
    return paint.marked(base, Point(0.8, 0.55) * size, scene.coat.secondary * shade, softness: 0.7)
  }

  /// One petal from the base of the cup: bellied, then drawn to a point.
  private func petal(
    _ base: Point, lean: Float, rise: Float, width: Float, shade: Float, size: Float, on raster: Raster
  ) {
    var blade = Solid(blend: 0.12 * size)
    let belly = base + Point(lean * 0.75, -rise * 0.42) * size
    let tip = base + Point(lean, -rise) * size
    blade.limb(base + Point(lean * 0.2, -0.06) * size, belly, width * 0.62 * size, width * size)
    blade.limb(belly, tip, width * size, 0.012)
    raster.paint(blade, petal(shade, base, size))
  }

  /// The cup, whose base is given.
  private func bloom(_ base: Point, size: Float, on raster: Raster) {
    let open = 0.06 * scene.pose.swing
    let tall = 1.22 * scene.proportions.ear
    petal(base, lean: -0.24 - open, rise: tall * 0.98, width: 0.3, shade: 0.72, size: size, on: raster)
    petal(base, lean: 0.24 + open, rise: tall * 0.98, width: 0.3, shade: 0.76, size: size, on: raster)
    petal(base, lean: 0, rise: tall * 1.02, width: 0.3, shade: 0.66, size: size, on: raster)
    petal(base, lean: -0.42 - open, rise: tall * 0.92, width: 0.33, shade: 0.92, size: size, on: raster)
    petal(base, lean: 0.42 + open, rise: tall * 0.92, width: 0.33, shade: 0.97, size: size, on: raster)
    petal(base, lean: 0.02, rise: tall * 0.86, width: 0.4, shade: 1.05, size: size, on: raster)
  }

  /// A long upright leaf, folded along its middle.
  private func blade(_ root: Point, _ bend: Point, _ tip: Point, _ width: Float, on raster: Raster) {
    var leaf = Solid(blend: 0.04)
    leaf.curve(root, root + (bend - root) * 0.6, bend, width * 0.6, width, pieces: 3)
    leaf.curve(bend, bend + (tip - bend) * 0.5 + Point(0, -0.04), tip, width, 0.008, pieces: 4)
    let green = Paint(
      RGB(0.36, 0.55, 0.36), second: RGB(0.28, 0.46, 0.3), pattern: Pattern(kind: .tabby, scale: 5, amount: 0.35))
    raster.paint(leaf, green)
    raster.paint(.curve(root, bend, bend + (tip - bend) * 0.85, 0.008, 0.004), .flat(green.colour * 0.7))
  }

  func paintFace(on raster: Raster) {
    let base = Point(0, 0.5)
    raster.paint(.curve(base, Point(0, 0.7), Point(0.06 * scene.pose.swing, 1), 0.05, 0.055), Foliage.green)
    blade(Point(0.02, 1), Point(-0.46, 0.62), Point(-0.86, -0.1 - 0.2 * scene.proportions.tail), 0.12, on: raster)
    blade(Point(0.02, 1), Point(0.44, 0.7), Point(0.86, 0.18), 0.11, on: raster)
    bloom(base, size: 0.98, on: raster)
  }

  func paintBody(on raster: Raster) {
    raster.groundShadow(Point(0, 0.92), Point(0.4, 0.08), strength: 0.4)
    let base = Point(0.08 * scene.pose.swing, -0.16)
    blade(Point(-0.03, 0.92), Point(-0.24, 0.4), Point(-0.44, -0.3 * scene.proportions.tail), 0.1, on: raster)
    raster.paint(.curve(Point(0, 0.92), Point(-0.06 * scene.pose.swing, 0.4), base, 0.034, 0.036), Foliage.green)
    blade(Point(0.03, 0.92), Point(0.28, 0.5), Point(0.56, 0.02), 0.1, on: raster)
    bloom(base, size: 0.58, on: raster)
  }
}
