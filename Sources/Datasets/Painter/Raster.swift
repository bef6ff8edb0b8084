import Foundation

/// The picture being painted: colour planes, the subject's coordinates at every pixel, and room for one solid's fields.
///
/// Planes have a border of one pixel, so that slopes can be taken at the edge. A class, because it owns its memory and
/// is handed from shape to shape; it never leaves the thread that paints.
final class Raster {
  /// Side of the picture in pixels.
  let size: Int
  /// Values from one row to the next.
  let stride: Int
  let red: UnsafeMutablePointer<Float>
  let green: UnsafeMutablePointer<Float>
  let blue: UnsafeMutablePointer<Float>
  /// The subject's own coordinates at each pixel.
  let u: UnsafeMutablePointer<Float>
  let v: UnsafeMutablePointer<Float>
  /// Signed distance to the solid being painted, its height, and the coordinate along its parts.
  let distance: UnsafeMutablePointer<Float>
  let height: UnsafeMutablePointer<Float>
  let along: UnsafeMutablePointer<Float>
  let noise = Noise.shared
  let light: Scene.Light
  /// Width of a pixel in the subject's units.
  private(set) var pixel: Float
  private(set) var placement = Placement()
  private let memory: UnsafeMutablePointer<Float>

  init(size: Int, light: Scene.Light) {
    self.size = size
    self.light = light
    stride = size + 2
    pixel = 2 / Float(size)
    let plane = stride * stride
    memory = .allocate(capacity: plane * 8)
    memory.initialize(repeating: 0, count: plane * 8)
    red = memory
    green = memory + plane
    blue = memory + plane * 2
    u = memory + plane * 3
    v = memory + plane * 4
    distance = memory + plane * 5
    height = memory + plane * 6
    along = memory + plane * 7
  }

  deinit {
    memory.deallocate()
  }

  /// Where the pixel in column `x` (-1 … size) of row `y` lies in a plane.
  @inline(__always)
  func index(_ x: Int, _ y: Int) -> Int {
    (y + 1) * stride + x + 1
  }

  /// Lays the subject's coordinates over the picture, whose own run from -1 to 1.
  func place(_ placement: Placement) {
    self.placement = placement
    pixel = 2 / (Float(size) * placement.scale)
    let step = 2 / Float(size)
    let (rightward, downward) = (placement.inverseX, placement.inverseY)
    for row in -1...size {
      let y = (Float(row) + 0.5) * step - 1 - placement.centre.y
      var place = index(-1, row)
      for column in -1...size {
        let x = (Float(column) + 0.5) * step - 1 - placement.centre.x
        let down = x * rightward.y + y * downward.y
        u[place] = x * rightward.x + y * downward.x + placement.bend * down * down
        v[place] = down
        place += 1
      }
    }
  }

  /// The pixels that a box of the subject's coordinates may touch.
  func bounds(low: Point, high: Point) -> PixelBounds {
    let bendHigh = max(low.y * low.y, high.y * high.y) * placement.bend
    let bendLow = (low.y < 0 && high.y > 0 ? 0 : min(low.y * low.y, high.y * high.y)) * placement.bend
    let left = low.x - max(bendHigh, bendLow)
    let right = high.x - min(bendHigh, bendLow)
    var least = Point(repeating: .infinity)
    var most = -least
    for corner in [Point(left, low.y), Point(right, low.y), Point(left, high.y), Point(right, high.y)] {
      let mapped = placement.picture(corner)
      least = pointwiseMin(least, mapped)
      most = pointwiseMax(most, mapped)
    }
    let half = Float(size) / 2
    func clamped(_ value: Float) -> Int { Int(min(max(value, -1), Float(size))) }
    return PixelBounds(
      left: clamped((least.x + 1) * half - 1), top: clamped((least.y + 1) * half - 1),
      right: clamped((most.x + 1) * half), bottom: clamped((most.y + 1) * half))
  }
}

/// A rectangle of pixels, its last column and row included; -1 and `size` are the border.
struct PixelBounds {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  func union(_ other: PixelBounds) -> PixelBounds {
    PixelBounds(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// How a subject's coordinates lie in the picture: turned, scaled, mirrored, moved and slightly bent.
struct Placement {
  var centre = Point(0, 0)
  var scale: Float = 1
  var mirrored = false
  var bend: Float = 0
  /// Cosine and sine of the rotation.
  private var turn = Point(1, 0)

  init() {}

  init(_ pose: Scene.Pose) {
    centre = Point(pose.x, pose.y)
    scale = pose.size
    mirrored = pose.mirrored
    bend = pose.bend
    turn = Point(cos(pose.rotation), sin(pose.rotation))
  }

  /// The subject's coordinates gained by one step right in the picture.
  var inverseX: Point { Point((mirrored ? -1 : 1) * turn.x / scale, -turn.y / scale) }

  /// The subject's coordinates gained by one step down in the picture.
  var inverseY: Point { Point((mirrored ? -1 : 1) * turn.y / scale, turn.x / scale) }

  /// Where a point of the unbent subject lies in the picture.
  func picture(_ point: Point) -> Point {
    let x = (mirrored ? -point.x : point.x) * scale
    let y = point.y * scale
    return centre + Point(turn.x * x - turn.y * y, turn.y * x + turn.x * y)
  }
}
