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

extension Easel {
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
    let frame = frame(low: low - Point(reach, reach), high: high + Point(reach, reach))
    let inverse = 1 / stroke.radius
    let (left, right) = (max(frame.left, 0), min(frame.right, size - 1))
    guard left <= right, max(frame.top, 0) <= min(frame.bottom, size - 1) else { return }
    stroke.points.withUnsafeBufferPointer { points in
      for row in max(frame.top, 0)...min(frame.bottom, size - 1) {
        for place in index(left, row)...index(right, row) {
          var nearest = Float.infinity
          var (across, along, travelled) = (Float(0), Float(0), Float(0))
          var normal = Point(0, 0)
          for number in 0..<(points.count - 1) {
            let axis = points[number + 1] - points[number]
            let length = max((axis * axis).sum().squareRoot(), 1e-6)
            let direction = axis / length
            let offset = Point(u[place], v[place]) - points[number]
            let t = min(max((offset * direction).sum(), 0), length)
            let gap = offset - t * direction
            let squared = (gap * gap).sum()
            if squared < nearest {
              nearest = squared
              normal = Point(-direction.y, direction.x)
              across = (offset * normal).sum()
              along = travelled + (offset * direction).sum()
            }
            travelled += length
          }
          let off = nearest.squareRoot()
          if off > reach { continue }
          var colour = RGB(red[place], green[place], blue[place])
          paint(&colour, place, off * inverse, across * inverse, along * inverse, normal)
          (red[place], green[place], blue[place]) = (colour.x, colour.y, colour.z)
        }
      }
    }
  }
}
