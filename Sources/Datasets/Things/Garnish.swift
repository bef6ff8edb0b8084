import Foundation

/// What comes with a drink, laid behind the vessel, on the drink, or before the vessel.
struct Garnish {
  let scene: Scene
  let serving: Serving
  let rim: Rim

  /// What stands behind the wall.
  func paintBehind(on raster: Raster) {
    if serving.extra == .slice {
      wheel(Point(-rim.width * 0.92, rim.top - 0.06), Point(0.23, 0.23), fruit, on: raster)
    }
  }

  /// What floats in an ellipse.
  func paintOn(_ centre: Point, _ radii: Point, on raster: Raster) {
    switch serving.extra {
    case .foam: foam(centre, radii, on: raster)
    case .lemon: wheel(centre + Point(0.12, 0.1) * radii, radii * Point(0.5, 0.62), RGB(0.95, 0.83, 0.25), on: raster)
    case .mint:
      for (root, tip) in [
        (Point(0.1, 0), Point(-0.5, -0.1)), (Point(0.1, 0.1), Point(0.6, -0.3)), (Point(0, 0.1), Point(0.1, 0.7)),
      ] {
        raster.leaf(centre + root * radii, centre + tip * radii + Point(0, -0.05), 0.055)
      }
    case .ice:
      for (number, spot) in [Point(-0.4, -0.1), Point(0.3, -0.25), Point(0.05, 0.25)].enumerated() {
        let place = centre + spot * radii + Point(0, -0.03)
        let (wide, turn) = (Float(0.105), Float(number) * 0.5 + scene.pose.swing)
        let corners = (0..<4).map { corner -> Point in
          let angle = turn + Float(corner) * .pi / 2
          return place + Point(cos(angle), sin(angle) * 0.8) * wide
        }
        raster.paint(
          .polygon(corners, rounding: 0.025),
          Paint(0.7 * RGB(0.95, 0.98, 1) + 0.3 * scene.coat.accent, gloss: 0.5, shadow: 0.25))
      }
    default: break
    }
  }

  /// What hangs over the wall or lies in front of it.
  func paintBefore(on raster: Raster) {
    switch serving.extra {
    case .teaBag: tag(on: raster)
    case .straw: straw(on: raster)
    case .beans: beans(on: raster)
    case .spoon: spoon(on: raster)
    default: break
    }
  }

  private var fruit: RGB { 0.8 * scene.coat.accent + 0.2 * RGB(1, 0.8, 0.3) }

  /// A slice of citrus: rind, pith, and flesh in eight parts.
  private func wheel(_ centre: Point, _ radii: Point, _ colour: RGB, on raster: Raster) {
    raster.paint(.ellipse(centre, radii), Paint(colour * 0.95, gloss: 0.1, shadow: 0.3))
    raster.paint(.ellipse(centre, radii * 0.88), Paint(RGB(0.97, 0.94, 0.82), relief: 0.3, shadow: 0))
    for part in 0..<8 {
      let angle = (Float(part) + 0.3) * .pi / 4
      let outward = Point(cos(angle), sin(angle)) * radii
      let width = 0.2 * min(radii.x, radii.y)
      raster.paint(
        .curve(centre + outward * 0.24, centre + outward * 0.4, centre + outward * 0.62, width * 0.4, width),
        Paint(colour, relief: 0.5, shadow: 0))
    }
  }

  /// Foam with a leaf drawn in it.
  private func foam(_ centre: Point, _ radii: Point, on raster: Raster) {
    let (milk, crema) = (RGB(0.95, 0.9, 0.8), 0.5 * scene.coat.accent + 0.5 * RGB(0.72, 0.5, 0.3))
    raster.paint(.ellipse(centre, radii * 0.97), Paint(crema, fur: 0.4, relief: 0.3, shadow: 0))
    let lines = Paint(milk, relief: 0.2, shadow: 0)
    let height = max(radii.y, 0.1)
    for step in 0..<3 {
      let y = centre.y + (Float(step) * 0.36 - 0.3) * height
      let wide = radii.x * (0.62 - 0.16 * Float(step))
      raster.paint(
        .curve(
          Point(centre.x - wide, y - 0.16 * height), Point(centre.x, y + 0.42 * height),
          Point(centre.x + wide, y - 0.16 * height), 0.09 * height, 0.09 * height), lines)
    }
    raster.paint(
      .curve(centre - Point(0, 0.62) * radii, centre, centre + Point(0, 0.8) * radii, 0.03 * height, 0.03 * height),
      lines)
  }

  /// The string and paper tag of a tea bag.
  private func tag(on raster: Raster) {
    let start = Point(-rim.width * 0.45, rim.top + rim.tilt * 0.8)
    let end = Point(-rim.width * 0.5 + 0.03 * scene.pose.swing, rim.middle + 0.06)
    raster.paint(.curve(start + Point(0.1, -rim.tilt * 0.6), start, start, 0.01, 0.01), .flat(Fur.white))
    raster.paint(.curve(start, (start + end) / 2 + Point(-0.02, 0), end, 0.01, 0.01), .flat(Fur.white))
    let half = Point(0.1, 0.12)
    let middle = end + Point(0, half.y)
    func card(_ half: Point) -> Solid {
      .polygon(
        [middle - half, middle + Point(half.x, -half.y), middle + half, middle + Point(-half.x, half.y)],
        rounding: 0.012)
    }
    raster.paint(card(half), Paint(Fur.white, shadow: 0.4))
    raster.paint(
      card(half * 0.62),
      Paint(scene.coat.seed % 2 == 0 ? RGB(0.35, 0.55, 0.3) : RGB(0.75, 0.25, 0.2), relief: 0, shadow: 0))
  }

  /// A striped straw that leans on the rim.
  private func straw(on raster: Raster) {
    var tube = Solid(blend: 0.01)
    let foot = Point(-0.06, rim.top + rim.tilt * 0.4)
    let bend = Point(0.26, rim.top - 0.32)
    tube.limb(foot, bend, 0.034, 0.034)
    tube.limb(bend, bend + Point(0.24, -0.06), 0.034, 0.034)
    raster.paint(
      tube,
      Paint(
        Fur.white, second: scene.coat.seed % 2 == 0 ? RGB(0.8, 0.2, 0.2) : RGB(0.2, 0.5, 0.7),
        pattern: Pattern(kind: .stripes, scale: 9, amount: 0.5), shadow: 0.25))
  }

  /// Roasted beans beside the vessel.
  private func beans(on raster: Raster) {
    let ground = rim.bottom + rim.tilt * 0.9 + 0.08
    for (x, y, turn) in [
      (Float(-0.62), Float(0), Float(0.4)), (-0.44, 0.1, -0.5), (0.58, 0.07, 0.9), (-0.78, 0.1, 1.2),
    ] {
      let centre = Point(x, ground + y)
      raster.paint(
        .ellipse(centre, Point(0.095, 0.066), angle: turn), Paint(RGB(0.3, 0.17, 0.1), gloss: 0.25, shadow: 0.4))
      let half = Point(cos(turn), sin(turn)) * 0.07
      raster.paint(
        .curve(centre - half, centre + Point(0.015, -0.015), centre + half, 0.01, 0.01), .flat(RGB(0.13, 0.07, 0.05)))
    }
  }

  /// A spoon on the saucer.
  private func spoon(on raster: Raster) {
    let steel = Paint(RGB(0.72, 0.73, 0.75), gloss: 0.5, shadow: 0.35)
    let y = rim.bottom + 0.12 + rim.tilt * 0.5
    var shape = Solid(blend: 0.04)
    shape.limb(Point(-0.2, y), Point(0.62, y - 0.06), 0.02, 0.026)
    shape.ellipse(Point(-0.32, y + 0.01), Point(0.14, 0.075), angle: -0.08)
    raster.paint(shape, steel)
  }
}
