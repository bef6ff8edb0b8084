/// A mug: a cylinder with a handle, steam or none; from the side, or from above so that the drink shows.
struct Mug: Motif {
  private let scene: Scene
  private let glaze: Paint

  init(_ scene: Scene) {
    self.scene = scene
    var paint = Paint(scene.coat.primary)
    paint.gloss = 0.3
    glaze = paint
  }

  private func steam(_ columns: [Float], _ top: Float, on raster: Raster) {
    guard scene.coat.seed % 2 == 0 else { return }
    for column in columns {
      let sway = 0.12 * scene.pose.swing
      let paint = Paint.flat(RGB(0.96, 0.96, 0.96))
      raster.paint(
        .curve(Point(column, top), Point(column + 0.12, top - 0.14), Point(column + sway, top - 0.24), 0.012, 0.016),
        paint)
      raster.paint(
        .curve(
          Point(column + sway, top - 0.24), Point(column - 0.1, top - 0.34), Point(column + sway, top - 0.42), 0.016,
          0.006), paint)
    }
  }

  /// The mug with its rim at height `top`; `tilt` is the half height of the rim's ellipse.
  private func mug(top: Float, bottom: Float, width: Float, tilt: Float, on raster: Raster) {
    let reach = 0.22 * scene.proportions.ear
    raster.groundShadow(Point(0.06, bottom + tilt * 0.4), Point(width * 1.9, 0.16), strength: 0.55)
    var handle = Solid(blend: 0.02)
    handle.ring(Point(width + 0.02, (top + bottom) / 2 + 0.04), Point(reach, reach * 1.3), 0.062)
    raster.paint(handle, glaze.shaded(0.95))
    let foot = width * (0.95 - 0.25 * scene.pose.swing * scene.pose.swing)
    var wall = Solid(blend: 0.01)
    wall.barrel(Point(0, top), bottom: bottom, topWidth: width, bottomWidth: foot, sag: tilt * 0.8)
    raster.paint(wall, decorated(middle: (top + bottom) / 2 + tilt * 0.4))
    raster.paint(
      .ellipse(Point(0, top), Point(width + 0.012, tilt)), Paint(scene.coat.primary * 1.12, relief: 0.3, shadow: 0.1))
    raster.paint(
      .ellipse(Point(0, top + 0.006), Point(width - 0.035, tilt * 0.86)),
      Paint(scene.coat.primary * 0.55, relief: 0, shadow: 0))
    let drink = Paint(scene.coat.accent, relief: 0.2, shadow: 0).marked(
      Point(-0.3 * width, top + tilt * 0.3), Point(width * 0.5, tilt * 0.35), scene.coat.accent * 1.5, softness: 0.6)
    raster.paint(.ellipse(Point(0, top + tilt * 0.16), Point(width - 0.05, tilt * 0.68)), drink)
  }

  /// The glaze with a band, a disc, dots, stripes or nothing.
  private func decorated(middle: Float) -> Paint {
    var paint = glaze
    paint.second = scene.coat.secondary
    switch scene.coat.seed % 5 {
    case 0: return paint.marked(Point(0, middle), Point(4, 0.14), scene.coat.secondary, softness: 0.06)
    case 1: return paint.marked(Point(-0.05, middle), Point(0.18, 0.18), scene.coat.secondary, softness: 0.08)
    case 2: paint.pattern = Pattern(kind: .spots, scale: 5, amount: 0.6)
    case 3: paint.pattern = Pattern(kind: .stripes, scale: 4, amount: 0.4)
    default: break
    }
    return paint
  }

  func paintFace(on raster: Raster) {
    steam([-0.18, 0.12], -0.5, on: raster)
    mug(top: -0.36, bottom: 0.66, width: 0.42 * scene.proportions.girth, tilt: 0.09, on: raster)
  }

  func paintBody(on raster: Raster) {
    steam([-0.15, 0.15], -0.42, on: raster)
    mug(top: -0.3, bottom: 0.52, width: 0.46 * scene.proportions.girth, tilt: 0.22, on: raster)
  }
}
