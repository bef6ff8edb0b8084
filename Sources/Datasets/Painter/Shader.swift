/// The colour of a paint at a point: pattern, marks and fur, without light.
struct Shader {
  private let paint: Paint
  private let noise: Noise
  private let offset: Point
  private let pixel: Float
  /// Strengths of coarse and fine fur: fine fur fades where a strand would be thinner than a pixel.
  private let coarse: Float
  private let fine: Float
  /// How far fur roughens the outline.
  let shag: Float

  init(_ paint: Paint, _ raster: Raster) {
    self.paint = paint
    noise = raster.noise
    pixel = raster.pixel
    offset = Point(Float(paint.seed & 255), Float((paint.seed >> 8) & 255))
    coarse = paint.fur * min(max(0.06 / raster.pixel - 0.8, 0), 1)
    fine = paint.fur * min(max(0.024 / raster.pixel - 0.8, 0), 1)
    shag = 0.018 * paint.fur
  }

  /// Texture of the fur in about [-1.5, 1.5]; strands run down and a little aside.
  @inline(__always)
  func fur(_ u: Float, _ v: Float) -> Float {
    if coarse == 0 { return 0 }
    let across = u + 0.3 * v
    var value = coarse * noise.sample(across * 17 + offset.y, v * 7 + offset.x)
    if fine > 0 { value += fine * noise.sample(across * 46 + offset.x, v * 12 - offset.y) }
    return value
  }

  /// Colour at a point, with the fur's texture there already known.
  @inline(__always)
  func colour(_ u: Float, _ v: Float, _ along: Float, _ texture: Float) -> RGB {
    var colour = paint.colour
    if paint.pattern.kind != .plain {
      colour += pattern(u, v, along) * (paint.second - colour)
    }
    for mark in paint.marks {
      let x = (u - mark.centre.x) / mark.radii.x
      let y = (v - mark.centre.y) / mark.radii.y
      let inside = (1 - (x * x + y * y)) / (2 * mark.softness) + 0.12 * texture
      if inside > 0 { colour += min(inside, 1) * (mark.colour - colour) }
    }
    return colour * (1 + 0.11 * texture)
  }

  /// Strength of the second colour, 0 … 1.
  @inline(__always)
  private func pattern(_ u: Float, _ v: Float, _ along: Float) -> Float {
    let (scale, amount) = (paint.pattern.scale, paint.pattern.amount)
    switch paint.pattern.kind {
    case .plain:
      return 0
    case .stripes:
      let warp = 0.35 * noise.sample(u * 3 + offset.x, v * 3 + offset.y)
      return edge(amount - wave(along * scale + warp), 2 * scale * pixel + 0.08)
    case .tabby:
      let warp = 0.8 * noise.sample(u * 3 + offset.x, v * 3 + offset.y)
      let strength = 0.75 + 0.5 * noise.sample(u * 2 + offset.y, v * 2 + offset.x)
      return strength * edge(amount - wave(along * scale + warp), 2 * scale * pixel + 0.3)
    case .patches:
      let value =
        noise.sample(u * scale + offset.x, v * scale + offset.y)
        + 0.35 * noise.sample(u * scale * 2.7 + offset.y, v * scale * 2.7 + offset.x)
      return edge(value - 0.6 + 1.2 * amount, scale * pixel + 0.08)
    case .spots:
      let (x, y) = (u * scale + offset.x + 64, v * scale + offset.y + 64)
      let (column, row) = (Int32(x), Int32(y))
      let cell = Int(column &* 37 &+ row &* 1171)
      let dx = x - Float(column) - 0.5 - 0.18 * noise.white(cell)
      let dy = y - Float(row) - 0.5 - 0.18 * noise.white(cell + 7)
      let radius = amount * (0.5 + 0.12 * noise.white(cell + 13))
      return edge((radius - (dx * dx + dy * dy).squareRoot()) * 2, 2 * scale * pixel + 0.1)
    }
  }

  /// A triangle wave of period 1 between 0 and 1.
  @inline(__always)
  private func wave(_ x: Float) -> Float {
    let shifted = x + 512
    return abs(2 * (shifted - Float(Int32(shifted))) - 1)
  }

  /// A step at 0 of some width.
  @inline(__always)
  private func edge(_ value: Float, _ width: Float) -> Float {
    min(max(value / width + 0.5, 0), 1)
  }
}
