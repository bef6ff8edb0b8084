/// One stroke of a brush or a pencil along a few points of the picture, which runs from -1 to 1.
struct Stroke {
  var points: [Point]
  /// Half its width.
  var radius: Float
  var colour: RGB
  var opacity: Float = 1
  /// Shifts the noise of its bristles.
  var seed: Float = 0
}

extension Raster {
  /// Lays down a stroke of thick paint: streaks of bristles, a frayed edge, a ridge that catches the light.
  func lay(oil stroke: Stroke) {
    let streaks = visible(4 / stroke.radius, 1)
    let sun = Point(light.direction.x, light.direction.y)
    cover(stroke) { colour, place, off, across, along, normal in
      let bristle = noise.sample(across * 3.2 + stroke.seed, along * 0.35 + stroke.seed * 0.7)
      let fray = 1 - 0.16 * abs(noise.sample(along * 0.9 + stroke.seed, across * 2))
      let coverage = min(max((fray - off) * stroke.radius / pixel + 0.5, 0), 1) * stroke.opacity
      let ridge = across * across * across * (normal * sun).sum()
      let paint = stroke.colour * (1 + 0.13 * streaks * bristle) + RGB(repeating: 0.1 * streaks * ridge)
      colour += coverage * (paint - colour)
    }
  }

  /// Draws a pencil's line: graphite that catches on the paper's grain.
  func lay(pencil stroke: Stroke) {
    // A line thinner than a pixel is as wide as one and paler.
    let radius = max(stroke.radius, 0.5 * pixel)
    let strength = stroke.opacity * stroke.radius / radius
    var stroke = stroke
    stroke.radius = radius
    let grain = visible(60, 0.45)
    let ink = stroke.colour
    cover(stroke) { colour, place, off, _, _, _ in
      let tooth = 1 - grain * (0.5 + 0.5 * noise.sample(u[place] * 55 + 90, v[place] * 55 + 40))
      let coverage = min(max((1 - off) * radius / pixel + 0.5, 0), 1) * strength * tooth
      colour += coverage * (ink - colour)
    }
  }

  /// Hands every pixel that a stroke may touch to `paint`, with its distance from the stroke's middle line and the
  /// coordinates across and along it, all in units of the stroke's radius, and the normal of the line.
  @inline(__always)
  private func cover(
    _ stroke: Stroke,
    _ paint: (
      _ colour: inout RGB, _ place: Int, _ off: Float, _ across: Float, _ along: Float, _ normal: Point
    ) -> Void
  ) {
    var (low, high) = (stroke.points[0], stroke.points[0])
    for point in stroke.points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    let reach = stroke.radius + pixel
    let bounds = bounds(low: low - Point(reach, reach), high: high + Point(reach, reach))
    let inverse = 1 / stroke.radius
    let (left, right) = (max(bounds.left, 0), min(bounds.right, size - 1))
    guard left <= right, max(bounds.top, 0) <= min(bounds.bottom, size - 1) else { return }
    stroke.segments.withUnsafeBufferPointer { segments in
      for row in max(bounds.top, 0)...min(bounds.bottom, size - 1) {
        for place in index(left, row)...index(right, row) {
          let (x, y) = (u[place], v[place])
          var nearest = reach * reach
          var (winner, across, along) = (-1, Float(0), Float(0))
          for (number, segment) in segments.enumerated() {
            let (dx, dy) = (x - segment.start.x, y - segment.start.y)
            let forward = dx * segment.direction.x + dy * segment.direction.y
            let beyond = forward - min(max(forward, 0), segment.length)
            let aside = dy * segment.direction.x - dx * segment.direction.y
            let squared = aside * aside + beyond * beyond
            if squared < nearest {
              (nearest, winner) = (squared, number)
              (across, along) = (aside, segment.travelled + forward)
            }
          }
          if winner < 0 { continue }
          let direction = segments[winner].direction
          var colour = RGB(red[place], green[place], blue[place])
          paint(
            &colour, place, nearest.squareRoot() * inverse, across * inverse, along * inverse,
            Point(-direction.y, direction.x))
          (red[place], green[place], blue[place]) = (colour.x, colour.y, colour.z)
        }
      }
    }
  }
}

extension Stroke {
  /// A straight piece of a stroke, with what its distance needs worked out beforehand.
  fileprivate struct Segment {
    let start: Point
    let direction: Point
    let length: Float
    /// Length of the pieces before it.
    let travelled: Float
  }

  fileprivate var segments: [Segment] {
    var travelled: Float = 0
    return zip(points, points.dropFirst()).map { start, end in
      let axis = end - start
      let length = max((axis * axis).sum().squareRoot(), 1e-6)
      defer { travelled += length }
      return Segment(start: start, direction: axis / length, length: length, travelled: travelled)
    }
  }
}
