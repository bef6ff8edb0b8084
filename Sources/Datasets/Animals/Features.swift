import Foundation

/// The shape of a pupil.
enum Pupil {
  case round, slit, bar
}

/// Parts of a face that many animals share.
extension Raster {
  /// An eye: a dark rim, the iris, the pupil and a highlight on the side of the light.
  func eye(
    _ centre: Point, _ radius: Float, _ expression: Scene.Expression, pupil: Pupil = .round, pupilSize: Float = 0.6,
    iris: RGB? = nil, white: Bool = false
  ) {
    let dark = Paint.flat(RGB(0.1, 0.08, 0.08))
    let open = expression.openness
    guard open > 0.3 else {
      let (corner, droop) = (Point(radius, 0), Point(0, radius * 0.9))
      paint(.curve(centre - corner, centre + droop, centre + corner, radius * 0.16, radius * 0.16), dark)
      return
    }
    paint(.ellipse(centre, Point(radius * 1.16, radius * (0.16 + open))), dark)
    let gaze = Point(expression.gazeX, expression.gazeY) * radius * (white ? 0.3 : 0.14)
    if white {
      paint(.ellipse(centre, Point(radius, radius * open)), Paint(RGB(0.97, 0.96, 0.93), shadow: 0))
    }
    let irisRadius = white ? radius * 0.68 : radius
    let colour = iris ?? expression.iris
    let ball = Paint(colour, relief: 0.5, shadow: 0)
      .marked(centre + Point(0, radius * 0.5), Point(radius, radius * 0.7), colour * 1.35, softness: 0.5)
    paint(.ellipse(centre + (white ? gaze : Point()), Point(irisRadius, irisRadius * open)), ball)
    let size: Point
    switch pupil {
    case .round: size = Point(irisRadius * pupilSize, irisRadius * min(pupilSize, open))
    case .slit: size = Point(irisRadius * 0.26, irisRadius * 0.84 * open)
    case .bar: size = Point(irisRadius * 0.72, irisRadius * 0.3)
    }
    paint(.ellipse(centre + gaze, size), .flat(RGB(0.05, 0.04, 0.05)))
    let isLitFromAhead = (light.direction.x >= 0) != placement.mirrored
    let glint = centre + gaze * 0.5 + Point(isLitFromAhead ? 0.3 : -0.3, -0.34 * open) * radius
    paint(.disc(glint, radius * 0.24), .flat(RGB(1, 1, 1)))
  }

  /// Two eyes beside the middle of a face.
  func eyes(
    _ middle: Point, apart: Float, _ radius: Float, _ expression: Scene.Expression, pupil: Pupil = .round,
    pupilSize: Float = 0.6, white: Bool = false
  ) {
    for side in [-apart, apart] {
      eye(
        middle + Point(side, 0), radius, expression, pupil: pupil, pupilSize: pupilSize, white: white)
    }
  }

  /// A rounded triangular nose, wide at the top, with a highlight.
  func nose(_ centre: Point, _ size: Float, _ colour: RGB) {
    let corners = [
      centre + Point(-size, -size * 0.5), centre + Point(size, -size * 0.5), centre + Point(0, size * 0.65),
    ]
    paint(.polygon(corners, rounding: size * 0.35), Paint(colour, gloss: 0.35, relief: 0.7, shadow: 0.15))
  }

  /// A mouth below a nose: a short line down, and two arcs that smile or don't.
  func mouth(_ top: Point, width: Float, drop: Float, _ expression: Scene.Expression, line: Float = 0.016) {
    let paint = Paint.flat(RGB(0.16, 0.09, 0.08))
    let middle = top + Point(0, drop)
    if expression.showsTongue {
      let tongue = Paint(RGB(0.86, 0.42, 0.45), relief: 0.8, shadow: 0.2)
      self.paint(.ellipse(middle + Point(0, width * 0.42), Point(width * 0.3, width * 0.46)), tongue)
    }
    self.paint(.curve(top, top, middle, line, line), paint)
    let rise = -0.35 * expression.smile * width
    for side in [-width, width] {
      self.paint(
        .curve(middle, middle + Point(side * 0.55, width * 0.38), middle + Point(side, rise), line, line * 0.7), paint)
    }
  }

  /// Three whiskers to each side.
  func whiskers(_ centre: Point, apart: Float, _ expression: Scene.Expression, length: Float = 0.42) {
    guard expression.whiskers > 0 else { return }
    let reach = length * expression.whiskers
    let paint = Paint.flat(RGB(0.92, 0.9, 0.86))
    for side in [Float(-1), 1] {
      for step in [Float(-1), 0, 1] {
        let from = centre + Point(side * apart, step * 0.045)
        let to = from + Point(side * reach, step * 0.1 - 0.02)
        self.paint(.curve(from, (from + to) * 0.5 + Point(0, -0.03), to, 0.009, 0.003), paint)
      }
    }
  }

  /// A pair of pointed ears with an inner colour; `tip` is where the right one ends.
  func pointedEars(inner: Point, outer: Point, tip: Point, rounding: Float, _ coat: Paint, inside: RGB) {
    for side in [Float(-1), 1] {
      let mirror = Point(side, 1)
      let corners = [inner * mirror, tip * mirror, outer * mirror]
      paint(.polygon(corners, rounding: rounding), coat)
      let middle = (corners[0] + corners[1] + corners[2]) / 3
      let small = corners.map { middle + ($0 - middle) * 0.58 + Point(0, 0.03) }
      paint(.polygon(small, rounding: rounding * 0.4), Paint(inside, fur: 0.6, relief: 0.4, shadow: 0))
    }
  }

  /// The chest and the front paws of an animal that sits and looks at you; painted before its head.
  func sittingBody(_ coat: Paint, girth: Float, chest: RGB? = nil, foot: RGB? = nil) {
    groundShadow(Point(0, 0.93), Point(0.72, 0.14), strength: 0.45)
    var haunches = Solid(blend: 0.08)
    haunches.ellipse(Point(-0.34 * girth, 0.74), Point(0.2, 0.2))
    haunches.ellipse(Point(0.34 * girth, 0.74), Point(0.2, 0.2))
    paint(haunches, coat.shaded(0.88))
    var body = Solid(blend: 0.1)
    body.ellipse(Point(0, 0.5), Point(0.36 * girth, 0.44), lift: 0.05)
    body.limb(Point(-0.16, 0.5), Point(-0.15, 0.86), 0.11, 0.09, lift: 0.08)
    body.limb(Point(0.16, 0.5), Point(0.15, 0.86), 0.11, 0.09, lift: 0.08)
    var front = coat
    if let chest { front = front.marked(Point(0, 0.36), Point(0.2, 0.34), chest, softness: 0.4) }
    paint(body, front)
    for side in [Float(-0.15), 0.15] {
      let paw = foot.map { Paint($0, fur: coat.fur) } ?? coat.plain
      paint(.ellipse(Point(side, 0.89), Point(0.125, 0.075)), paw)
      for toe in [Float(-0.04), 0.04] {
        paint(
          .curve(Point(side + toe, 0.88), Point(side + toe, 0.9), Point(side + toe, 0.94), 0.007, 0.005),
          .flat(coat.colour * 0.4))
      }
    }
  }
}
