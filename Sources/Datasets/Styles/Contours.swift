/// The lines along which a study's colours or its subject end, as a pencil would trace them.
struct Contours {
  /// A piece of a contour.
  struct Line {
    var points: [Point]
    /// How hard the pencil is pressed, 0.5 … 1.25.
    var weight: Float
  }
  private(set) var lines: [Line] = []

  private let planes: [Plane]
  private let subject: Plane

  /// Traces every edge from its strongest point on, in pieces that a wrist can draw.
  init(_ study: SceneStudy) {
    let soft = study.perceived.blurred(0.008)
    subject = study.subject.blurred(0.03)
    planes = [soft.luminance, soft.chroma, study.subject.blurred(0.008)]
    let size = study.size
    var visited = [Bool](repeating: false, count: size * size)
    var starts: [(strength: Float, point: Point)] = []
    for row in stride(from: 2, to: size - 2, by: 2) {
      for column in stride(from: 2, to: size - 2, by: 2) {
        let point = Point((Float(column) + 0.5) * 2 / Float(size) - 1, (Float(row) + 0.5) * 2 / Float(size) - 1)
        let strength = weight(at: point)
        if strength > 0.28 { starts.append((strength, point)) }
      }
    }
    starts.sort { $0.strength > $1.strength }
    func place(_ point: Point) -> Int? {
      let (x, y) = (Int((point.x + 1) * Float(size) / 2), Int((point.y + 1) * Float(size) / 2))
      return x >= 1 && y >= 1 && x < size - 1 && y < size - 1 ? y * size + x : nil
    }
    for start in starts {
      let origin = ridge(start.point)
      guard let first = place(origin), !visited[first] else { continue }
      let isFree = { (point: Point) in place(point).map { !visited[$0] } ?? false }
      let backward = trace(from: origin, sense: -1, isFree)
      let path = backward.reversed() + [origin] + trace(from: origin, sense: 1, isFree)
      for point in path {
        guard let middle = place(point) else { continue }
        for step in [-size - 1, -size, -size + 1, -1, 0, 1, size - 1, size, size + 1] { visited[middle + step] = true }
      }
      add(path)
    }
  }

  /// Cuts a long path into lines that overlap a little.
  private mutating func add(_ path: [Point]) {
    guard path.count > 3 else { return }
    var start = 0
    while start < path.count - 2 {
      let end = min(start + 13, path.count)
      let points = Array(path[start..<end])
      let weight = points.reduce(0) { $0 + self.weight(at: $1) } / Float(points.count)
      lines.append(Line(points: points, weight: min(0.4 + 0.5 * weight, 1.25)))
      start += 12
    }
  }

  /// Follows an edge at right angles to its slope for as long as it is one.
  private func trace(from origin: Point, sense: Float, _ isFree: (Point) -> Bool) -> [Point] {
    var points: [Point] = []
    let step: Float = 0.014
    var point = origin
    var heading = sense * tangent(at: origin)
    for _ in 0..<220 {
      var next = tangent(at: point + 0.5 * step * heading)
      if (next * heading).sum() < 0 { next = -next }
      if (next * heading).sum() < 0.3 { break }
      heading = next
      point = ridge(point + step * heading)
      guard isFree(point), weight(at: point) > 0.18 else { break }
      points.append(point)
    }
    return points
  }

  /// Moves a point uphill in strength, across the edge, by half a step at most.
  private func ridge(_ point: Point) -> Point {
    let along = tangent(at: point)
    let across = Point(-along.y, along.x) * 0.007
    let (before, here, after) = (strength(at: point - across), strength(at: point), strength(at: point + across))
    let curve = before - 2 * here + after
    let shift = curve < -1e-4 ? min(max(0.5 * (before - after) / curve, -1), 1) : (after > before ? 0.7 : -0.7)
    return point + across * shift
  }

  /// The steepest slope of any plane.
  private func slope(at point: Point) -> Point {
    var steepest = Point(0, 0)
    var most: Float = 0
    for plane in planes {
      let slope = plane.slope(point)
      let squared = (slope * slope).sum()
      if squared > most { (steepest, most) = (slope, squared) }
    }
    return steepest
  }

  private func strength(at point: Point) -> Float {
    let slope = slope(at: point)
    return (slope * slope).sum().squareRoot()
  }

  /// Strength as the pencil's pressure: edges of the background are hardly drawn.
  private func weight(at point: Point) -> Float {
    strength(at: point) * 0.1 * (0.3 + 0.7 * min(2 * subject.sample(point), 1))
  }

  private func tangent(at point: Point) -> Point {
    let slope = slope(at: point)
    let length = max((slope * slope).sum().squareRoot(), 1e-5)
    return Point(-slope.y, slope.x) / length
  }
}
