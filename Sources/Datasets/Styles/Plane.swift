/// One value for every point of a study, in coordinates that run from -1 to 1.
struct Plane {
  let size: Int
  var values: [Float]

  init(size: Int, values: [Float]) {
    self.size = size
    self.values = values
  }

  /// The value at a point, interpolated between the four pixels around it.
  @inline(__always)
  func sample(_ point: Point) -> Float {
    let limit = Float(size) - 1.001
    let x = min(max((point.x + 1) * Float(size) / 2 - 0.5, 0), limit)
    let y = min(max((point.y + 1) * Float(size) / 2 - 0.5, 0), limit)
    let (column, row) = (Int(x), Int(y))
    let (fx, fy) = (x - Float(column), y - Float(row))
    return values.withUnsafeBufferPointer { values in
      let place = row * size + column
      let upper = values[place] + fx * (values[place + 1] - values[place])
      let lower = values[place + size] + fx * (values[place + size + 1] - values[place + size])
      return upper + fy * (lower - upper)
    }
  }

  /// How fast the value grows to the right and downwards, per unit.
  @inline(__always)
  func slope(_ point: Point) -> Point {
    let step = 2 / Float(size)
    let (right, down) = (Point(step, 0), Point(0, step))
    return Point(sample(point + right) - sample(point - right), sample(point + down) - sample(point - down))
      / (2 * step)
  }

  /// The plane after three passes each way of a box of about that standard deviation, in units.
  func blurred(_ sigma: Float) -> Plane {
    let reach = Int(sigma * Float(size) / 2 + 0.5)
    guard reach > 0 else { return self }
    var result = self
    for _ in 0..<3 {
      result = result.boxed(reach, step: 1, lines: size)
      result = result.boxed(reach, step: size, lines: 1)
    }
    return result
  }

  private func boxed(_ reach: Int, step: Int, lines: Int) -> Plane {
    let weight = 1 / Float(2 * reach + 1)
    let result = [Float](unsafeUninitializedCapacity: values.count) { result, count in
      values.withUnsafeBufferPointer { values in
        for line in 0..<size {
          let first = line * lines
          func value(_ place: Int) -> Float { values[first + min(max(place, 0), size - 1) * step] }
          var sum: Float = 0
          for place in -reach...reach { sum += value(place) }
          for place in 0..<size {
            result[first + place * step] = sum * weight
            sum += value(place + reach + 1) - value(place - reach)
          }
        }
      }
      count = values.count
    }
    return Plane(size: size, values: result)
  }
}
