/// A mug: a cylinder with a handle, steam or none; from the side, or from above so that the drink shows.
struct Mug: Motif {
  private let scene: Scene
  private let glaze: Paint

  init(_ scene: Scene) {
    self.scene = scene
    var paint = Paint(scene.coat.primary, relief: 1.4)
    paint.gloss = 0.3
    glaze = paint
  }

  private func steam(_ columns: [Float], _ top: Float, on easel: Easel) {
    guard scene.coat.seed % 2 == 0 else { return }
    for column in columns {
      let sway = 0.12 * scene.pose.swing
      let paint = Paint.flat(Colour(0.96, 0.96, 0.96))
      easel.paint(
        .curve(Point(column, top), Point(column + 0.12, top - 0.14), Point(column + sway, top - 0.24), 0.012, 0.016),
        paint)
      easel.paint(
        .curve(
          Point(column + sway, top - 0.24), Point(column - 0.1, top - 0.34), Point(column + sway, top - 0.42), 0.016,
          0.006), paint)
    }
  }

  /// The mug with its rim at height `top`; `tilt` is the half height of the rim's ellipse.
  private func mug(top: Float, bottom: Float, width: Float, tilt: Float, on easel: Easel) {
    let reach = 0.24 * scene.proportions.ear
    easel.groundShadow(Point(0.06, bottom + 0.04), Point(width * 1.9, 0.14), strength: 0.55)
    var handle = Solid(blend: 0.02)
    handle.ring(Point(width + 0.06, (top + bottom) / 2), Point(reach, reach * 1.25), 0.065)
    easel.paint(handle, glaze.shaded(0.92))
    let taper = 0.05 * (scene.proportions.girth - 1) * 10
    var cylinder = Solid(blend: 0.03)
    let foot = width - 0.05 - taper
    cylinder.polygon(
      [Point(-width, top), Point(width, top), Point(foot, bottom - 0.04), Point(-foot, bottom - 0.04)], rounding: 0.05,
      bulge: 0)
    cylinder.ellipse(Point(0, top), Point(width + 0.05, tilt), bulge: 0)
    cylinder.ellipse(Point(0, bottom - 0.03), Point(foot + 0.02, tilt * 0.8), bulge: 0)
    cylinder.ellipse(Point(0, (top + bottom) / 2), Point(width * 1.35, 3), lift: 0.02)
    paintBand(top: top, bottom: bottom, width: width, tilt: tilt, foot: foot, on: easel)
    easel.paint(.ellipse(Point(0, top), Point(width + 0.05, tilt)), glaze.shaded(0.72))
    easel.paint(
      .ellipse(Point(0, top + 0.02), Point(width - 0.02, tilt * 0.72)),
      Paint(scene.coat.accent, gloss: 0.2, relief: 0.3, shadow: 0.3))
  }

  private func paintBand(top: Float, bottom: Float, width: Float, tilt: Float, foot: Float, on easel: Easel) {
    var wall = Solid(blend: 0.02)
    let columns = 7
    for column in 0..<columns {
      let x = -1 + 2 * (Float(column) + 0.5) / Float(columns)
      let sag = tilt * (1 - x * x).squareRoot()
      wall.limb(
        Point(x * width, top + 0.3 * sag), Point(x * foot, bottom - 0.06 + 0.5 * sag), width * 0.2, foot * 0.2,
        lift: 0.5 * (1 - x * x))
    }
    wall.blend = 0.1
    var paint = glaze
    switch scene.coat.seed % 4 {
    case 0: paint = paint.marked(Point(0, (top + bottom) / 2), Point(2, 0.13), scene.coat.secondary, softness: 0.06)
    case 1:
      paint = paint.marked(Point(-0.05, (top + bottom) / 2), Point(0.18, 0.18), scene.coat.secondary, softness: 0.08)
    case 2:
      paint.pattern = Pattern(kind: .spots, scale: 5, amount: 0.6)
      paint.second = scene.coat.secondary
    default: break
    }
    easel.paint(wall, paint)
  }

  func paintFace(on easel: Easel) {
    steam([-0.18, 0.12], -0.5, on: easel)
    mug(top: -0.36, bottom: 0.66, width: 0.42 * scene.proportions.girth, tilt: 0.09, on: easel)
  }

  func paintBody(on easel: Easel) {
    steam([-0.15, 0.15], -0.42, on: easel)
    mug(top: -0.3, bottom: 0.52, width: 0.46 * scene.proportions.girth, tilt: 0.22, on: easel)
  }
}
