import Foundation

extension Raster {
  /// Computes distance, height and the coordinate along the parts for a solid, and the pixels it may touch.
  func measure(_ solid: Solid, reach: Float) -> PixelBounds? {
    let margin = Point(repeating: reach + solid.blend)
    var whole: PixelBounds?
    let allBounds = solid.parts.map { part in
      let (low, high) = part.bounds
      let bounds = bounds(low: low - margin, high: high + margin)
      whole = whole?.union(bounds) ?? bounds
      return bounds
    }
    guard let whole else { return nil }
    for row in whole.top...whole.bottom {
      let start = index(whole.left, row)
      let count = whole.right - whole.left + 1
      (distance + start).update(repeating: 10, count: count)
      (height + start).update(repeating: -1, count: count)
      (along + start).update(repeating: 0, count: count)
    }
    for (part, bounds) in zip(solid.parts, allBounds) {
      add(part, bounds, blend: max(solid.blend, 1e-4))
    }
    return whole
  }

  private func add(_ part: Solid.Part, _ bounds: PixelBounds, blend: Float) {
    let (lift, bulge) = (part.lift, part.bulge)
    switch part.outline {
    case .limb(let from, let to, let start, let end):
      let axis = to - from
      let length = max((axis * axis).sum().squareRoot(), 1e-6)
      let direction = axis / length
      let inverse = 1 / length
      let slope = end - start
      sweep(bounds, blend) { u, v in
        let (x, y) = (u - from.x, v - from.y)
        let along = x * direction.x + y * direction.y
        let t = min(max(along * inverse, 0), 1)
        let radius = start + t * slope
        let (dx, dy) = (x - t * axis.x, y - t * axis.y)
        let squared = dx * dx + dy * dy
        return (squared.squareRoot() - radius, lift + bulge * (radius - squared / radius), along)
      }
    case .ellipse(let centre, let radii, let angle):
      let (cosine, sine) = (cos(angle), sin(angle))
      let inverse = 1 / radii
      let thickness = bulge * min(radii.x, radii.y)
      sweep(bounds, blend) { u, v in
        let (du, dv) = (u - centre.x, v - centre.y)
        let (x, y) = (du * cosine + dv * sine, dv * cosine - du * sine)
        let (qx, qy) = (x * inverse.x, y * inverse.y)
        let squared = qx * qx + qy * qy
        let root = squared.squareRoot()
        let gradient = (qx * qx * inverse.x * inverse.x + qy * qy * inverse.y * inverse.y).squareRoot()
        return (root * (root - 1) / (gradient + 1e-5), lift + thickness * (1 - squared), x)
      }
    case .ring(let centre, let radii, let thickness):
      let aspect = radii.x / radii.y
      sweep(bounds, blend) { u, v in
        let (x, y) = (u - centre.x, (v - centre.y) * aspect)
        let off = (x * x + y * y).squareRoot() - radii.x
        return (abs(off) - thickness, lift + bulge * (thickness - off * off / thickness), x)
      }
    case .barrel(let top, let bottom, let topWidth, let bottomWidth, let sag):
      let slope = (bottomWidth - topWidth) / (bottom - top.y)
      sweep(bounds, blend) { u, v in
        let (x, y) = (u - top.x, v - top.y)
        let width = topWidth + slope * y
        let across = x / width
        let rim = sag * max(1 - across * across, 0).squareRoot()
        let off = max(abs(x) - width, max(v - bottom - rim, -y))
        return (off, width * (1 - across * across), u)
      }
    case .polygon(let corners, let rounding):
      let bevel = max(0.12, rounding)
      let edges = zip(corners, corners.suffix(1) + corners).map(Edge.init)
      edges.withUnsafeBufferPointer { edges in
        sweep(bounds, blend) { u, v in
          let off = Self.distance(to: edges, Point(u, v)) - rounding
          let edge = 1 + max(off, -bevel) / bevel
          return (off, lift + bulge * bevel * (1 - edge * edge), u)
        }
      }
    }
  }

  /// Melts one part into the fields, pixel by pixel: smooth minimum of distances, smooth maximum of heights.
  @inline(__always)
  private func sweep(
    _ bounds: PixelBounds, _ blend: Float, _ part: (Float, Float) -> (distance: Float, height: Float, along: Float)
  ) {
    // Local pointers, or the compiler fears that a store changes them and gives up on vectors.
    let (u, v, distance, height, along) = (u, v, distance, height, along)
    let half = 0.5 / blend
    for row in bounds.top...bounds.bottom {
      let start = index(bounds.left, row)
      for place in start..<(start + bounds.right - bounds.left + 1) {
        let new = part(u[place], v[place])
        let nearer = min(max(0.5 + half * (distance[place] - new.distance), 0), 1)
        let higher = min(max(0.5 + half * (new.height - height[place]), 0), 1)
        distance[place] += nearer * (new.distance - distance[place]) - blend * nearer * (1 - nearer)
        height[place] += higher * (new.height - height[place]) + blend * higher * (1 - higher)
        along[place] += higher * (new.along - along[place])
      }
    }
  }

  /// Signed distance from a point to a polygon (Quilez, 2D distance functions).
  @inline(__always)
  private static func distance(to edges: UnsafeBufferPointer<Edge>, _ point: Point) -> Float {
    var squared = Float.infinity
    var inside: Float = 1
    for edge in edges {
      let (x, y) = (point.x - edge.start.x, point.y - edge.start.y)
      let t = min(max(x * edge.scaled.x + y * edge.scaled.y, 0), 1)
      let (dx, dy) = (x - t * edge.along.x, y - t * edge.along.y)
      squared = min(squared, dx * dx + dy * dy)
      let crosses = (y < 0) != (point.y < edge.end) && x < y * edge.lean
      inside = crosses ? -inside : inside
    }
    return inside * squared.squareRoot()
  }
}

/// One side of a polygon, with what its distance needs worked out beforehand.
private struct Edge {
  let start: Point
  /// From start to end, and the same over its squared length.
  let along: Point
  let scaled: Point
  /// Height of the end.
  let end: Float
  /// Steps right for each step down.
  let lean: Float

  init(_ start: Point, _ end: Point) {
    self.start = start
    self.end = end.y
    along = end - start
    scaled = along / max((along * along).sum(), 1e-9)
    lean = along.y == 0 ? 0 : along.x / along.y
  }
}
