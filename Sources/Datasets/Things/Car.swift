/// A car from the side or from the front: a body with a cabin, windows, lamps and wheels.
struct Car: Motif {
  private let scene: Scene
  private let lacquer: Paint
  private let glass = Paint(RGB(0.55, 0.68, 0.76), gloss: 0.5, relief: 0.6, shadow: 0.1)
  private let rubber = Paint(RGB(0.13, 0.13, 0.14))
  private let chrome = Paint(RGB(0.72, 0.73, 0.75), gloss: 0.3)

  init(_ scene: Scene) {
    self.scene = scene
    var paint = Paint(scene.coat.primary)
    paint.gloss = 0.35
    lacquer = paint
  }

  private func wheel(_ centre: Point, _ radius: Float, on raster: Raster) {
    raster.paint(.disc(centre, radius), rubber)
    raster.paint(.disc(centre, radius * 0.58), chrome)
    raster.paint(.disc(centre, radius * 0.2), Paint(RGB(0.3, 0.3, 0.32), shadow: 0.2))
  }

  func paintFace(on raster: Raster) {
    let width = 0.62 * scene.proportions.girth
    let roof = -0.42 - 0.14 * scene.proportions.ear
    raster.groundShadow(Point(0, 0.68), Point(0.95, 0.13), strength: 0.6)
    for side in [Float(-1), 1] {
      raster.paint(
        .polygon(
          [
            Point(side * (width - 0.24), 0.4), Point(side * width, 0.4), Point(side * width, 0.68),
            Point(side * (width - 0.24), 0.68),
          ], rounding: 0.03), rubber)
    }
    var body = Solid(blend: 0.05)
    body.polygon(
      [Point(-width * 0.62, roof), Point(width * 0.62, roof), Point(width * 0.86, 0.0), Point(-width * 0.86, 0.0)],
      rounding: 0.08)
    body.polygon(
      [Point(-width, 0.02), Point(width, 0.02), Point(width, 0.48), Point(-width, 0.48)], rounding: 0.1, lift: 0.03)
    raster.paint(body, lacquer)
    raster.paint(
      .polygon(
        [
          Point(-width * 0.56, roof + 0.06), Point(width * 0.56, roof + 0.06), Point(width * 0.74, -0.08),
          Point(-width * 0.74, -0.08),
        ], rounding: 0.03), glass)
    for side in [Float(-1), 1] {
      raster.paint(.disc(Point(side * width * 0.76, 0.18), 0.125), chrome)
      raster.paint(.disc(Point(side * width * 0.76, 0.18), 0.095), Paint(RGB(1, 0.96, 0.8), gloss: 0.3, shadow: 0))
      raster.paint(.ellipse(Point(side * (width + 0.1), -0.1), Point(0.08, 0.055)), lacquer.shaded(0.85))
    }
    for bar in 0..<3 {
      let y = 0.12 + 0.06 * Float(bar)
      raster.paint(.curve(Point(-width * 0.42, y), Point(0, y), Point(width * 0.42, y), 0.02, 0.02), rubber)
    }
    raster.paint(.curve(Point(-width, 0.44), Point(0, 0.46), Point(width, 0.44), 0.05, 0.05), chrome)
    raster.paint(
      .polygon([Point(-0.13, 0.4), Point(0.13, 0.4), Point(0.13, 0.48), Point(-0.13, 0.48)], rounding: 0.01),
      Paint(Fur.white, relief: 0, shadow: 0.2))
  }

  func paintBody(on raster: Raster) {
    let roof = -0.2 - 0.14 * scene.proportions.ear
    let wheelbase = 0.5
    raster.groundShadow(Point(0, 0.54), Point(1.02, 0.12), strength: 0.6)
    let rear = Float([-0.62, -0.44, -0.7][Int(scene.coat.seed % 3)])
    var body = Solid(blend: 0.06)
    body.polygon(
      [Point(-0.84, 0.06), Point(0.82, 0.1), Point(0.86, 0.38), Point(-0.86, 0.38)], rounding: 0.08, lift: 0.03)
    body.polygon([Point(rear + 0.12, roof), Point(0.18, roof), Point(0.46, 0.08), Point(rear, 0.08)], rounding: 0.07)
    raster.paint(body, lacquer)
    raster.paint(
      .polygon(
        [Point(rear + 0.15, roof + 0.05), Point(-0.17, roof + 0.05), Point(-0.17, 0.04), Point(rear + 0.08, 0.04)],
        rounding: 0.03), glass)
    raster.paint(
      .polygon(
        [Point(-0.07, roof + 0.05), Point(0.15, roof + 0.05), Point(0.34, 0.04), Point(-0.07, 0.04)], rounding: 0.03),
      glass)
    raster.paint(
      .curve(Point(-0.12, 0.1), Point(-0.12, 0.2), Point(-0.12, 0.4), 0.008, 0.008), .flat(scene.coat.primary * 0.5))
    raster.paint(.curve(Point(-0.04, 0.18), Point(0, 0.18), Point(0.06, 0.18), 0.018, 0.018), chrome)
    raster.paint(.ellipse(Point(0.87, 0.2), Point(0.05, 0.08)), Paint(RGB(1, 0.95, 0.75), gloss: 0.4, shadow: 0.15))
    raster.paint(
      .ellipse(Point(-0.89, 0.18), Point(0.035, 0.08)), Paint(RGB(0.8, 0.15, 0.12), gloss: 0.4, shadow: 0.15))
    raster.paint(
      .curve(Point(-0.9, 0.42), Point(0, 0.43), Point(0.9, 0.42), 0.04, 0.04),
      Paint(scene.coat.secondary * 0.9, relief: 0.8))
    for column in [Float(-wheelbase), Float(wheelbase)] {
      raster.paint(.disc(Point(column, 0.36), 0.225), .flat(RGB(0.08, 0.08, 0.09)))
      wheel(Point(column, 0.38), 0.19 * scene.proportions.leg, on: raster)
    }
  }
}
