/// A fish: an oval with a forked tail and fins, scales under the pattern.
struct Fish: Motif {
  private let scene: Scene
  private let scales: Paint
  private let fin: Paint

  init(_ scene: Scene) {
    self.scene = scene
    var paint = Paint(scene.coat, fur: 0.2)
    paint.gloss = 0.3
    scales = paint
    let colour = scene.coat.primary * 0.55 + scene.coat.secondary * 0.45
    fin = Paint(
      colour, second: colour * 0.78, pattern: Pattern(kind: .tabby, scale: 14, amount: 0.5), relief: 0.5, shadow: 0.15)
  }

  func paintFace(on raster: Raster) {
    let girth = scene.proportions.girth
    let flap = 0.12 * scene.pose.swing
    let tail = 0.3 * scene.proportions.tail
    var fork = Solid(blend: 0.06)
    fork.polygon(
      [Point(-0.5, -0.02), Point(-0.62 - tail, -0.36 + flap), Point(-0.72, 0.04)], rounding: 0.06, bulge: 0.5)
    fork.polygon([Point(-0.5, 0.1), Point(-0.62 - tail, 0.42 + flap), Point(-0.72, 0.04)], rounding: 0.06, bulge: 0.5)
    raster.paint(fork, fin.shaded(0.85))
    raster.paint(
      .polygon(
        [
          Point(-0.3, -0.3), Point(-0.2, -0.5 - 0.2 * scene.proportions.horn),
          Point(0.12, -0.46 - 0.2 * scene.proportions.horn), Point(0.24, -0.36),
        ], rounding: 0.06),
      fin)
    raster.paint(.polygon([Point(-0.1, 0.4), Point(-0.16, 0.78), Point(0.16, 0.44)], rounding: 0.05), fin)
    raster.paint(
      .polygon(
        [Point(0.5, 0.12), Point(0.9 * scene.proportions.ear, 0.0 + flap), Point(0.8, 0.3 + flap)], rounding: 0.05),
      fin.shaded(0.85))
    var body = Solid(blend: 0.14)
    body.ellipse(Point(0.14, 0.04), Point(0.46 * girth, 0.5))
    body.limb(Point(-0.1, 0.04), Point(-0.56, 0.04), 0.32, 0.1)
    raster.paint(body, scales.marked(Point(0.16, 0.42), Point(0.46, 0.28), scene.coat.accent, softness: 0.6))
    raster.paint(
      .polygon(
        [
          Point(-0.12, 0.14), Point(-0.5 * scene.proportions.ear, 0.2 - flap), Point(-0.4, 0.42 - flap),
          Point(-0.14, 0.3),
        ], rounding: 0.05), fin)
    raster.eye(Point(-0.02, -0.12), 0.14, scene.expression, white: true)
    raster.eye(Point(0.46 * girth, -0.12), 0.12, scene.expression, white: true)
    let smile = 0.03 * scene.expression.smile
    let lips = Paint(scene.coat.primary * 0.7 + Fur.pink * 0.25, shadow: 0.2)
    raster.paint(.ellipse(Point(0.26, 0.2), Point(0.15, 0.085 + smile)), lips)
    raster.paint(.ellipse(Point(0.27, 0.205), Point(0.095, 0.04 + smile)), .flat(RGB(0.18, 0.07, 0.08)))
  }

  func paintBody(on raster: Raster) {
    let (girth, tail) = (scene.proportions.girth, scene.proportions.tail)
    let flap = 0.1 * scene.pose.swing
    var fork = Solid(blend: 0.06)
    fork.polygon(
      [Point(-0.42, -0.05), Point(-0.5 - 0.4 * tail, -0.4 + flap), Point(-0.72, 0.02)], rounding: 0.06, bulge: 0.5)
    fork.polygon(
      [Point(-0.42, 0.08), Point(-0.5 - 0.4 * tail, 0.44 + flap), Point(-0.72, 0.02)], rounding: 0.06, bulge: 0.5)
    raster.paint(fork, fin)
    raster.paint(
      .polygon(
        [
          Point(-0.34, -0.22), Point(-0.3, -0.36 - 0.2 * scene.proportions.horn),
          Point(0.1, -0.4 - 0.2 * scene.proportions.horn), Point(0.34, -0.3),
        ], rounding: 0.05),
      fin)
    raster.paint(.polygon([Point(-0.24, 0.24), Point(-0.28, 0.58), Point(0.08, 0.34)], rounding: 0.05), fin)
    var body = Solid(blend: 0.12)
    body.ellipse(Point(0.14, 0), Point(0.6, 0.38 * girth))
    body.limb(Point(-0.2, 0.01), Point(-0.5, 0.02), 0.24, 0.09)
    raster.paint(body, scales.marked(Point(0.16, 0.28), Point(0.6, 0.22), scene.coat.accent, softness: 0.6))
    raster.paint(
      .curve(Point(0.34, -0.26), Point(0.2, 0.02), Point(0.34, 0.26), 0.014, 0.014), .flat(scene.coat.primary * 0.5))
    scaleRows(on: raster)
    raster.paint(
      .polygon(
        [
          Point(0.22, 0.06), Point(-0.12 * scene.proportions.ear, 0.16 - flap), Point(-0.08, 0.3 - flap),
          Point(0.16, 0.18),
        ], rounding: 0.04), fin)
    raster.eye(Point(0.5, -0.08), 0.085, scene.expression, pupilSize: 0.65, white: true)
    raster.paint(
      .curve(Point(0.74, 0.06), Point(0.66, 0.13), Point(0.56, 0.12 - 0.04 * scene.expression.smile), 0.016, 0.012),
      .flat(RGB(0.2, 0.09, 0.1)))
  }

  private func scaleRows(on raster: Raster) {
    for row in -1...1 {
      for column in 0..<4 {
        let centre = Point(0.1 - 0.13 * Float(column), 0.13 * Float(row) + (column % 2 == 0 ? 0 : 0.06))
        raster.paint(
          .curve(centre + Point(0, -0.055), centre + Point(-0.07, 0), centre + Point(0, 0.055), 0.008, 0.008),
          .flat(scene.coat.primary * 0.68))
      }
    }
  }
}
