/// A point or a vector: x to the right, y downwards.
typealias Point = SIMD2<Float>

/// A rounded body made of parts that flow into each other: what the painter lays down in one go.
struct Solid {
  /// One part, with its signed distance and its height above the picture.
  struct Part {
    /// The outline of a part.
    enum Outline {
      /// A straight limb with round ends of two radii.
      case limb(from: Point, to: Point, startRadius: Float, endRadius: Float)
      /// An ellipse, turned by an angle in radians.
      case ellipse(centre: Point, radii: Point, angle: Float)
      /// A polygon with rounded corners.
      case polygon(corners: [Point], rounding: Float)
      /// A round vessel from the side: half widths at top and bottom, and how deep its round rims sag.
      case barrel(top: Point, bottom: Float, topWidth: Float, bottomWidth: Float, sag: Float)
      /// A ring of some thickness.
      case ring(centre: Point, radii: Point, thickness: Float)
    }
    var outline: Outline
    /// How far the part is raised above the others.
    var lift: Float
    /// How far it bulges, as a factor of its half thickness.
    var bulge: Float
  }

  private(set) var parts: [Part] = []
  /// Over which distance neighbouring parts melt together.
  var blend: Float

  init(blend: Float = 0.05) {
    self.blend = blend
    parts.reserveCapacity(8)
  }

  /// A single ellipse.
  static func ellipse(_ centre: Point, _ radii: Point, angle: Float = 0) -> Solid {
    var solid = Solid(blend: 0.01)
    solid.ellipse(centre, radii, angle: angle)
    return solid
  }

  /// A single disc.
  static func disc(_ centre: Point, _ radius: Float) -> Solid {
    .ellipse(centre, Point(radius, radius))
  }

  /// A single polygon.
  static func polygon(_ corners: [Point], rounding: Float) -> Solid {
    var solid = Solid(blend: 0.01)
    solid.polygon(corners, rounding: rounding)
    return solid
  }

  /// A line of some width that bends towards a control point.
  static func curve(_ from: Point, _ control: Point, _ to: Point, _ width: Float, _ endWidth: Float) -> Solid {
    var solid = Solid(blend: 0.5 * max(width, endWidth))
    solid.curve(from, control, to, width, endWidth)
    return solid
  }

  mutating func ellipse(_ centre: Point, _ radii: Point, angle: Float = 0, lift: Float = 0, bulge: Float = 1) {
    parts.append(Part(outline: .ellipse(centre: centre, radii: radii, angle: angle), lift: lift, bulge: bulge))
  }

  mutating func limb(_ from: Point, _ to: Point, _ start: Float, _ end: Float, lift: Float = 0) {
    parts.append(
      Part(outline: .limb(from: from, to: to, startRadius: start, endRadius: end), lift: lift, bulge: 1))
  }

  mutating func polygon(_ corners: [Point], rounding: Float, lift: Float = 0, bulge: Float = 1) {
    parts.append(Part(outline: .polygon(corners: corners, rounding: rounding), lift: lift, bulge: bulge))
  }

  mutating func ring(_ centre: Point, _ radii: Point, _ thickness: Float, lift: Float = 0) {
    parts.append(Part(outline: .ring(centre: centre, radii: radii, thickness: thickness), lift: lift, bulge: 1))
  }

  mutating func barrel(_ top: Point, bottom: Float, topWidth: Float, bottomWidth: Float, sag: Float) {
    let outline = Part.Outline.barrel(
      top: top, bottom: bottom, topWidth: topWidth, bottomWidth: bottomWidth, sag: sag)
    parts.append(Part(outline: outline, lift: 0, bulge: 1))
  }

  /// Takes over all parts of another solid.
  mutating func add(_ other: Solid) {
    parts += other.parts
  }

  /// A chain of limbs along the quadratic Bézier curve through `from` and `to`.
  mutating func curve(
    _ from: Point, _ control: Point, _ to: Point, _ start: Float, _ end: Float, lift: Float = 0, pieces: Int = 5
  ) {
    var last = from
    var lastRadius = start
    for piece in 1...pieces {
      let t = Float(piece) / Float(pieces)
      let point = (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to
      let radius = start + t * (end - start)
      limb(last, point, lastRadius, radius, lift: lift)
      last = point
      lastRadius = radius
    }
  }
}

extension Solid.Part {
  /// The corners of the smallest upright box around the part.
  var bounds: (low: Point, high: Point) {
    switch outline {
    case .limb(let from, let to, let start, let end):
      let radius = Point(repeating: max(start, end))
      return (pointwiseMin(from, to) - radius, pointwiseMax(from, to) + radius)
    case .ellipse(let centre, let radii, let angle):
      if angle == 0 { return (centre - radii, centre + radii) }
      let radius = Point(repeating: max(radii.x, radii.y))
      return (centre - radius, centre + radius)
    case .polygon(let corners, let rounding):
      var low = corners[0]
      var high = corners[0]
      for corner in corners {
        low = pointwiseMin(low, corner)
        high = pointwiseMax(high, corner)
      }
      return (low - Point(repeating: rounding), high + Point(repeating: rounding))
    case .barrel(let top, let bottom, let topWidth, let bottomWidth, let sag):
      let half = Point(max(topWidth, bottomWidth), 0)
      return (top - half, Point(top.x, bottom + sag) + half)
    case .ring(let centre, let radii, let thickness):
      let reach = radii + Point(repeating: thickness)
      return (centre - reach, centre + reach)
    }
  }
}
