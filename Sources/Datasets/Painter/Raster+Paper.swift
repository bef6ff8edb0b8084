import Autograd

extension Raster {
  /// A sheet with ruled lines, squares or nothing on it, and the grain of its fibres.
  func paper(_ place: Background, _ random: inout RandomSource) {
    let shift = Point(random.uniform(0...200), random.uniform(0...200))
    let (columns, rows) = random.pick([(Float(0), Float(0)), (0, 1), (1, 1)])
    let spacing = random.uniform(0.16...0.3)
    let start = Point(random.uniform(0...spacing), random.uniform(0...spacing))
    let tilt = random.uniform(-0.06...0.06)
    let width = max(0.012, 1.1 * pixel)
    let strength = 0.75 * place.detail * min(0.012 / width + 0.25, 1)
    let grain = visible(40, 0.05)
    /// How much ink of a ruling lies at a distance of `x` along it.
    func ruling(_ x: Float) -> Float {
      let steps = (x + 8) / spacing
      let off = abs(steps - Float(Int32(steps)) - 0.5) * spacing
      return min(max((width - off) / pixel + 0.5, 0), 1)
    }
    fill { u, v in
      let (x, y) = (u + tilt * v + start.x, v - tilt * u + start.y)
      let ink = strength * max(rows * ruling(y), columns * ruling(x))
      let cloud = 0.03 * noise.cloud(u * 1.7 + shift.x, v * 1.7 + shift.y)
      let fibre = grain * noise.sample(u * 34 + shift.y, v * 46 + shift.x)
      let paper = place.colour * (1 + cloud + fibre + 0.05 * (light.direction.x * u + light.direction.y * v))
      return paper + ink * (place.second - paper)
    }
  }
}
