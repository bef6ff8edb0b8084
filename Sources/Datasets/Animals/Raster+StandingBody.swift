extension Raster {
  /// The chest and the forelegs of a hoofed animal that stands and looks at you; painted before its head.
  func standingBody(
    _ coat: Paint, girth: Float, swing: Float, legs: Paint? = nil, hoof: RGB = RGB(0.2, 0.17, 0.16)
  ) {
    groundShadow(Point(0, 0.92), Point(0.66, 0.13), strength: 0.45)
    let step = 0.05 * swing
    var hind = Solid(blend: 0.05)
    for side in [Float(-1), 1] { hind.limb(Point(side * 0.27, 0.4), Point(side * (0.27 - step), 0.82), 0.12, 0.055) }
    paint(hind, (legs ?? coat).shaded(0.55))
    var chest = Solid(blend: 0.1)
    chest.limb(Point(0, 0.16), Point(0, 0.36), 0.34 * girth, 0.3 * girth)
    var forelegs = Solid(blend: 0.1)
    for side in [Float(-1), 1] {
      let knee = Point(side * (0.18 + step), 0.62)
      forelegs.limb(Point(side * 0.2, 0.4), knee, 0.13, 0.075, lift: 0.05)
      forelegs.limb(knee, Point(side * 0.18, 0.84), 0.08, 0.062, lift: 0.05)
    }
    if let legs {
      paint(forelegs, legs.shaded(0.74))
      paint(chest, coat.shaded(0.74))
    } else {
      chest.add(forelegs)
      paint(chest, coat.shaded(0.74))
    }
    for side in [Float(-0.18), 0.18] {
      let corners = [Point(-0.06, -0.05), Point(0.06, -0.05), Point(0.085, 0.05), Point(-0.085, 0.05)]
      paint(
        .polygon(corners.map { $0 + Point(side, 0.88) }, rounding: 0.012), Paint(hoof, gloss: 0.1, shadow: 0.1))
    }
  }
}
