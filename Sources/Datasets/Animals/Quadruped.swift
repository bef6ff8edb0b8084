import Foundation

/// The body of a four-legged animal from the side, looking right: measures first, painting after.
struct Quadruped {
  /// Height of the ground.
  var ground: Float = 0.84
  /// Length of the legs below the belly.
  var leg: Float = 0.42
  /// Distance between hip and shoulder.
  var length: Float = 0.62
  /// Half the thickness of the trunk, at the chest and at the rump.
  var chest: Float = 0.23
  var rump: Float = 0.21
  /// From the shoulder to the head, and the neck's radii at both ends.
  var neck = Point(0.26, -0.3)
  var neckRadii = Point(0.18, 0.12)
  /// Radii of a leg at its top and at its foot.
  var legRadii = Point(0.11, 0.055)
  /// Colour of hooves; none for paws.
  var hoof: RGB?
  /// Colour of the lower legs; none for the coat's.
  var socks: RGB?
  /// Where the legs are in their swing, in [-1, 1].
  var swing: Float
  /// Middle of the trunk from left to right.
  var middle: Float = -0.1

  init(_ scene: Scene) {
    swing = scene.pose.swing
    leg *= scene.proportions.leg
    chest *= scene.proportions.girth
    rump *= scene.proportions.girth
  }

  private var spine: Float { ground - leg - 0.75 * chest }
  var hip: Point { Point(middle - length / 2, spine) }
  var shoulder: Point { Point(middle + length / 2, spine) }
  /// Where the neck ends.
  var head: Point { shoulder + neck }

  /// Paints legs, trunk and neck.
  func paint(_ coat: Paint, on raster: Raster) {
    raster.groundShadow(Point(middle + 0.04, ground), Point(length * 0.95 + 0.12, 0.13), strength: 0.5)
    let far = coat.shaded(0.72)
    paintLegs(far, shift: Point(0.09, -0.035), swing: -swing, on: raster)
    var body = Solid(blend: 0.09)
    body.limb(hip + Point(0.02, 0.0), shoulder, rump, chest)
    body.ellipse(hip + Point(0, 0.03), Point(rump * 1.05, rump * 1.15), lift: 0.02)
    body.limb(shoulder + Point(0, -0.04), head, neckRadii.x, neckRadii.y, lift: 0.01)
    addLegs(to: &body, shift: Point(0, 0), swing: swing)
    raster.paint(body, coat)
    paintFeet(coat, shift: Point(0, 0), swing: swing, on: raster)
  }

  private func feet(_ swing: Float) -> (hind: Point, fore: Point) {
    let lift = ground - legRadii.y
    return (Point(hip.x - 0.03 - 0.09 * swing, lift), Point(shoulder.x + 0.02 + 0.09 * swing, lift))
  }

  private func addLegs(to body: inout Solid, shift: Point, swing: Float) {
    let (hind, fore) = feet(swing)
    let top = legRadii.x
    let foot = legRadii.y
    let knee = top + 0.35 * (foot - top)
    let stifle = Point(hip.x + 0.06 - 0.03 * swing, ground - leg * 0.78) + shift
    let hock = Point(hip.x - 0.09 - 0.07 * swing, ground - leg * 0.4) + shift
    body.limb(hip + shift + Point(0, 0.06), stifle, top * 1.35, top * 0.95, lift: 0.05)
    body.limb(stifle, hock, top * 0.9, foot * 1.1, lift: 0.05)
    body.limb(hock, hind + shift, foot * 1.1, foot, lift: 0.05)
    let elbow = Point(shoulder.x + 0.02, ground - leg * 0.95) + shift
    let wrist = Point(shoulder.x + 0.03 + 0.07 * swing, ground - leg * 0.45) + shift
    body.limb(elbow, wrist, top, knee * 0.85, lift: 0.05)
    body.limb(wrist, fore + shift, foot * 1.15, foot, lift: 0.05)
  }

  private func paintLegs(_ coat: Paint, shift: Point, swing: Float, on raster: Raster) {
    var legs = Solid(blend: 0.05)
    addLegs(to: &legs, shift: shift, swing: swing)
    raster.paint(legs, coat)
    paintFeet(coat, shift: shift, swing: swing, on: raster)
  }

  private func paintFeet(_ coat: Paint, shift: Point, swing: Float, on raster: Raster) {
    let (hind, fore) = feet(swing)
    let width = legRadii.y
    for foot in [hind + shift, fore + shift] {
      if let socks {
        raster.paint(
          .curve(foot - Point(0, leg * 0.22), foot, foot, width * 1.05, width * 1.02),
          Paint(socks, fur: 0.7, shadow: 0.1))
      }
      if let hoof {
        let shade: Float = shift.x == 0 ? 1 : 0.75
        let corners = [
          foot + Point(-width * 0.75, -width * 0.4), foot + Point(width * 0.7, -width * 0.4),
          foot + Point(width * 1.05, width * 0.9), foot + Point(-width * 0.95, width * 0.9),
        ]
        raster.paint(.polygon(corners, rounding: 0.012), Paint(hoof * shade, gloss: 0.1, shadow: 0.1))
      } else {
        let paw = socks.map { Paint($0, fur: 0.7, shadow: 0.15) } ?? coat.plain
        raster.paint(.ellipse(foot + Point(width * 0.55, width * 0.25), Point(width * 1.55, width * 0.85)), paw)
      }
    }
  }
}

/// A head seen from the side: its own coordinates, turned about where the neck ends.
struct HeadFrame {
  var origin: Point
  var angle: Float

  /// A point `x` ahead of the origin and `y` below it.
  func callAsFunction(_ x: Float, _ y: Float) -> Point {
    let (cosine, sine) = (cos(angle), sin(angle))
    return origin + Point(x * cosine - y * sine, x * sine + y * cosine)
  }
}
