import Foundation

/// A drink in a cup, a mug or a glass: nearly from the side, or from above so that its surface shows.
struct Drink: Motif {
  private let scene: Scene
  private let serving: Serving
  private let glaze: Paint

  init(_ scene: Scene) {
    self.scene = scene
    serving = scene.serving ?? Serving.all(.tea)[0]
    var paint = Paint(scene.coat.primary, second: scene.coat.secondary)
    paint.gloss = 0.3
    glaze = paint
  }

  func paintFace(on raster: Raster) { pour(tilt: 0.11, on: raster) }
  func paintBody(on raster: Raster) { pour(tilt: 0.27, on: raster) }

  /// The vessel's opening, bottom and half widths for how far it is seen from above.
  private func pour(tilt: Float, on raster: Raster) {
    let girth = scene.proportions.girth
    let rim: Rim
    switch serving.vessel {
    case .cup:
      rim = Rim(top: -0.22, bottom: 0.4, width: 0.5 * girth, foot: 0.26 * girth, tilt: tilt)
      saucer(rim, on: raster)
    case .mug: rim = Rim(top: -0.34, bottom: 0.52, width: 0.42 * girth, foot: 0.4 * girth, tilt: tilt * 0.85)
    case .glass: rim = Rim(top: -0.52, bottom: 0.62, width: 0.38 * girth, foot: 0.3 * girth, tilt: tilt * 0.78)
    }
    raster.groundShadow(Point(0.06, rim.bottom + tilt * 0.4), Point(rim.width * 1.8, 0.15), strength: 0.45)
    let garnish = Garnish(scene: scene, serving: serving, rim: rim)
    garnish.paintBehind(on: raster)
    if serving.vessel == .glass {
      paintGlass(rim, garnish, on: raster)
    } else {
      paintChina(rim, garnish, on: raster)
    }
    garnish.paintBefore(on: raster)
    if scene.coat.seed % 2 == 0, ![.straw, .ice, .slice].contains(serving.extra) { steam(rim, on: raster) }
  }

  private func saucer(_ rim: Rim, on raster: Raster) {
    let centre = Point(0, rim.bottom + 0.09)
    raster.groundShadow(centre + Point(0.05, 0.08), Point(0.98, 0.16 + rim.tilt * 0.5), strength: 0.5)
    let radii = Point(0.8, 0.06 + rim.tilt * 0.78)
    raster.paint(.ellipse(centre + Point(0, 0.03), radii), glaze.shaded(0.78))
    raster.paint(.ellipse(centre, radii), glaze.shaded(0.97))
    raster.paint(.ellipse(centre, radii * 0.62), glaze.shaded(0.86))
  }

  private func paintChina(_ rim: Rim, _ garnish: Garnish, on raster: Raster) {
    let reach = 0.19 * scene.proportions.ear
    var handle = Solid(blend: 0.02)
    handle.ring(
      Point(rim.width * 0.94 + 0.02, (rim.top + rim.bottom) / 2 - (serving.vessel == .cup ? 0.08 : -0.02)),
      Point(reach, reach * (serving.vessel == .cup ? 0.95 : 1.3)), 0.052)
    raster.paint(handle, glaze.shaded(0.95))
    var wall = Solid(blend: 0.05)
    if serving.vessel == .cup {
      // A bowl on a foot.
      wall.barrel(
        Point(0, rim.top), bottom: (rim.top + rim.bottom) / 2, topWidth: rim.width, bottomWidth: rim.width * 0.86,
        sag: rim.tilt * 0.5)
      wall.ellipse(Point(0, rim.top + 0.24), Point(rim.width * 0.9, 0.36))
      wall.limb(Point(-0.14, rim.bottom), Point(0.14, rim.bottom), 0.08, 0.08)
    } else {
      wall.barrel(
        Point(0, rim.top), bottom: rim.bottom, topWidth: rim.width, bottomWidth: rim.foot, sag: rim.tilt * 0.8)
    }
    raster.paint(wall, decorated(rim))
    raster.paint(
      .ellipse(Point(0, rim.top), Point(rim.width + 0.012, rim.tilt)),
      Paint(scene.coat.primary * 1.12, relief: 0.3, shadow: 0.1))
    raster.paint(
      .ellipse(Point(0, rim.top + 0.006), Point(rim.width - 0.035, rim.tilt * 0.86)),
      Paint(scene.coat.primary * 0.6, relief: 0, shadow: 0))
    surface(Point(0, rim.top + rim.tilt * 0.14), Point(rim.width - 0.05, rim.tilt * 0.72), garnish, on: raster)
  }

  /// The glaze with a band, dots, stripes or nothing.
  private func decorated(_ rim: Rim) -> Paint {
    var paint = glaze
    switch scene.coat.seed % 5 {
    case 0: return paint.marked(Point(0, rim.middle), Point(4, 0.1), scene.coat.secondary, softness: 0.06)
    case 1: paint.pattern = Pattern(kind: .spots, scale: 6, amount: 0.55)
    case 2: paint.pattern = Pattern(kind: .stripes, scale: 4, amount: 0.35)
    default: break
    }
    return paint
  }

  /// A tumbler: the drink through its wall, lights along its sides, a thick bottom.
  private func paintGlass(_ rim: Rim, _ garnish: Garnish, on raster: Raster) {
    let level = rim.top + 0.2
    let pale = RGB(0.86, 0.91, 0.93)
    for side in [Float(-1), 1] {
      // What the wall shows above the drink: little more than its edges.
      raster.paint(
        .curve(
          Point(side * rim.width, rim.top), Point(side * rim.width, level), Point(side * rim.width * 0.98, level + 0.1),
          0.014, 0.014),
        Paint(pale, gloss: 0.3, shadow: 0.12))
    }
    var body = Solid(blend: 0.01)
    body.barrel(
      Point(0, level), bottom: rim.bottom, topWidth: rim.width * 0.985, bottomWidth: rim.foot, sag: rim.tilt * 0.8)
    raster.paint(body, Paint(0.5 * pale + 0.5 * scene.coat.accent, gloss: 0.3))
    var drink = Solid(blend: 0.01)
    drink.barrel(
      Point(0, level), bottom: rim.bottom - 0.1, topWidth: rim.width * 0.94, bottomWidth: rim.foot * 0.96,
      sag: rim.tilt * 0.7)
    raster.paint(
      drink,
      Paint(scene.coat.accent, gloss: 0.2, relief: 0.7, shadow: 0)
        .marked(Point(0, rim.bottom), Point(rim.width, 0.4), scene.coat.accent * 1.2, softness: 0.8))
    if serving.extra == .foam {
      var head = Solid(blend: 0.01)
      head.barrel(
        Point(0, level), bottom: level + 0.17, topWidth: rim.width * 0.94, bottomWidth: rim.width * 0.92,
        sag: rim.tilt * 0.7)
      raster.paint(head, Paint(RGB(0.93, 0.86, 0.74), fur: 0.5, shadow: 0))
    }
    surface(Point(0, level), Point(rim.width * 0.95, rim.tilt * 0.86), garnish, on: raster)
    for (x, width) in [(-rim.width * 0.7, Float(0.03)), (-rim.width * 0.52, 0.012)] {
      raster.paint(
        .curve(Point(x, rim.top + 0.12), Point(x * 0.96, rim.middle), Point(x * 0.86, rim.bottom - 0.1), width, width),
        Paint(0.65 * scene.coat.accent + 0.35 * RGB(1, 1, 1), relief: 0, shadow: 0))
    }
    var edge = Solid(blend: 0.005)
    let turns = 20
    for step in 0..<turns {
      func point(_ step: Int) -> Point {
        let angle = 2 * Float.pi * Float(step) / Float(turns)
        return Point(cos(angle) * rim.width, rim.top + sin(angle) * rim.tilt)
      }
      edge.limb(point(step), point(step + 1), 0.013, 0.013)
    }
    raster.paint(edge, Paint(pale, gloss: 0.3, shadow: 0.1))
  }

  /// The drink's surface with what floats on it.
  private func surface(_ centre: Point, _ radii: Point, _ garnish: Garnish, on raster: Raster) {
    let liquid = scene.coat.accent
    raster.paint(
      .ellipse(centre, radii),
      Paint(liquid * 0.94, relief: 0.2, shadow: 0)
        .marked(centre + Point(-0.3, 0.3) * radii, radii * Point(0.5, 0.45), liquid * 1.4, softness: 0.6))
    garnish.paintOn(centre, radii, on: raster)
  }

  private func steam(_ rim: Rim, on raster: Raster) {
    let sway = 0.12 * scene.pose.swing
    let paint = Paint.flat(RGB(0.96, 0.96, 0.96))
    for column in [Float(-0.16), 0.14] {
      let start = Point(column, rim.top - rim.tilt * 0.6)
      raster.paint(.curve(start, start + Point(0.12, -0.1), start + Point(sway, -0.2), 0.011, 0.015), paint)
      raster.paint(
        .curve(start + Point(sway, -0.2), start + Point(-0.1, -0.3), start + Point(sway, -0.36), 0.015, 0.005), paint)
    }
  }
}

/// The measures of a vessel.
struct Rim {
  var top: Float
  var bottom: Float
  /// Half widths at the top and at the bottom.
  var width: Float
  var foot: Float
  /// Half height of the opening's ellipse.
  var tilt: Float

  var middle: Float { (top + bottom) / 2 + tilt * 0.4 }
}
