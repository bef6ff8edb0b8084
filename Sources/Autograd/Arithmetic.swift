/// Arithmetic with broadcasting: shapes are aligned at their last axes, and an axis of length 1 (or a missing one) is
/// repeated to the length of the other, as NumPy and PyTorch do.
extension Tensor {
  /// a + b.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    if a.shape == b.shape { return a.adding(b) }
    return broadcast(a, b) { $0 + $1 }.recorded(from: [a, b]) { upstream in
      [a.wanting { upstream.summed(to: a.shape) }, b.wanting { upstream.summed(to: b.shape) }]
    }
  }

  /// a − b.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    broadcast(a, b) { $0 - $1 }.recorded(from: [a, b]) { upstream in
      [a.wanting { upstream.summed(to: a.shape) }, b.wanting { upstream.mapped { -$0 }.summed(to: b.shape) }]
    }
  }

  /// a · b, value by value.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    broadcast(a, b) { $0 * $1 }.recorded(from: [a, b]) { upstream in
      [
        a.wanting { broadcast(upstream, b) { $0 * $1 }.summed(to: a.shape) },
        b.wanting { broadcast(upstream, a) { $0 * $1 }.summed(to: b.shape) },
      ]
    }
  }

  /// a / b, value by value.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    let quotient = broadcast(a, b) { $0 / $1 }
    return quotient.recorded(from: [a, b]) { upstream in
      let overB = broadcast(upstream, b) { $0 / $1 }
      return [
        a.wanting { overB.summed(to: a.shape) },
        b.wanting { broadcast(overB, quotient) { -$0 * $1 }.summed(to: b.shape) },
      ]
    }
  }

  /// −a.
  public static prefix func - (a: Tensor) -> Tensor { a * -1 }
  /// a + b with a number.
  public static func + (a: Tensor, b: Float) -> Tensor { a.elementwise({ $0 + b }, derivative: { _ in 1 }) }
  /// a − b with a number.
  public static func - (a: Tensor, b: Float) -> Tensor { a + -b }
  /// a · b with a number.
  public static func * (a: Tensor, b: Float) -> Tensor { a.elementwise({ $0 * b }, derivative: { _ in b }) }
  /// a / b with a number.
  public static func / (a: Tensor, b: Float) -> Tensor { a * (1 / b) }
  /// A number plus b.
  public static func + (a: Float, b: Tensor) -> Tensor { b + a }
  /// A number minus b.
  public static func - (a: Float, b: Tensor) -> Tensor { -b + a }
  /// A number times b.
  public static func * (a: Float, b: Tensor) -> Tensor { b * a }

  /// The gradient that `compute` makes, if one is wanted.
  package func wanting(_ compute: () -> Tensor) -> Tensor? {
    requiresGradient ? compute() : nil
  }

  /// f over two tensors with broadcasting, without a gradient.
  @inline(__always)
  static func broadcast(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    if a.shape == b.shape { return a.combined(with: b, f) }
    let shape = broadcastShape(a.shape, b.shape)
    // The usual case, a bias or a scale: b repeats along a's first axes.
    if shape == a.shape, b.count > 0, a.shape.suffix(b.shape.count) == b.shape[...] {
      return Tensor(shape: shape) { target in
        Autograd.withValues(a, b) { a, b in
          let rows = a.count / b.count
          parallelRanges(rows, grain: max(1, (1 << 15) / b.count)) { range in
            for row in range {
              for column in 0..<b.count { target[row * b.count + column] = f(a[row * b.count + column], b[column]) }
            }
          }
        }
      }
    }
    // A number for each entry of a's first axes: b repeats along the last ones.
    if shape == a.shape, let repeats = trailingRepeats(of: b.shape, in: shape) {
      return Tensor(shape: shape) { target in
        Autograd.withValues(a, b) { a, b in
          parallelRanges(b.count, grain: max(1, (1 << 15) / repeats)) { range in
            for row in range {
              for place in row * repeats..<(row + 1) * repeats { target[place] = f(a[place], b[row]) }
            }
          }
        }
      }
    }
    let (stepsA, stepsB) = (broadcastSteps(a.shape, to: shape), broadcastSteps(b.shape, to: shape))
    return Tensor(shape: shape) { target in
      Autograd.withValues(a, b) { a, b in
        forEachPlace(shape, stepsA, stepsB) { place, first, second in target[place] = f(a[first], b[second]) }
      }
    }
  }

  /// The sum over the axes along which `shape` was repeated to become this tensor's shape.
  func summed(to shape: [Int]) -> Tensor {
    if shape == self.shape { return self }
    let kept = shape.reduce(1, *)
    let aligned = [Int](repeating: 1, count: self.shape.count - shape.count) + shape
    // The usual cases: everything but the last axes, or everything but the first ones, is summed over.
    let first = aligned.firstIndex { $0 != 1 } ?? aligned.count
    if kept > 0, aligned[first...] == self.shape[first...] { return columnSums(kept).reshaped(shape) }
    let end = aligned.lastIndex { $0 != 1 }.map { $0 + 1 } ?? 0
    if kept > 0, aligned[..<end] == self.shape[..<end] { return rowSums(kept).reshaped(shape) }
    return Tensor(shape: shape) { target in
      target.initialize(repeating: 0)
      withValues { values in
        forEachPlace(self.shape, broadcastSteps(shape, to: self.shape), []) { place, into, _ in
          target[into] += values[place]
        }
      }
    }
  }

  private func columnSums(_ columns: Int) -> Tensor {
    Tensor(channelSums(centre: [Float](repeating: 0, count: columns)).sums.map { Float($0) })
  }

  private func rowSums(_ rows: Int) -> Tensor {
    let columns = count / rows
    return Tensor(shape: [rows]) { target in
      withValues { values in
        for row in 0..<rows {
          target[row] = Float(values[row * columns..<(row + 1) * columns].reduce(into: 0.0) { $0 += Double($1) })
        }
      }
    }
  }
}

/// The shape that both shapes can be repeated to.
func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int] {
  let axes = max(a.count, b.count)
  return (0..<axes).map { axis in
    let (first, second) = (length(a, axis - axes + a.count), length(b, axis - axes + b.count))
    precondition(first == second || first == 1 || second == 1, "shapes \(a) and \(b) cannot be broadcast together")
    return first == 1 ? second : first
  }
}

/// How often each value of a tensor is repeated to become `target`, where that is along the last axes only; else `nil`.
private func trailingRepeats(of shape: [Int], in target: [Int]) -> Int? {
  guard shape.count == target.count, !target.contains(0) else { return nil }
  let kept = shape.lastIndex { $0 != 1 }.map { $0 + 1 } ?? 0
  return shape[..<kept] == target[..<kept] ? target[kept...].reduce(1, *) : nil
}

private func length(_ shape: [Int], _ axis: Int) -> Int {
  axis < 0 ? 1 : shape[axis]
}

/// How far the position in a tensor of `shape` moves along each axis of the shape it is repeated to.
private func broadcastSteps(_ shape: [Int], to target: [Int]) -> [Int] {
  var steps = [Int](repeating: 0, count: target.count)
  var step = 1
  for axis in shape.indices.reversed() {
    steps[axis + target.count - shape.count] = shape[axis] == 1 ? 0 : step
    step *= shape[axis]
  }
  return steps
}

/// Visits all places of a shape in order, with two positions that move by their own steps (none: always 0).
@inline(__always)
func forEachPlace(_ shape: [Int], _ first: [Int], _ second: [Int], _ body: (Int, Int, Int) -> Void) {
  guard !shape.contains(0) else { return }
  let second = second.isEmpty ? [Int](repeating: 0, count: shape.count) : second
  var index = [Int](repeating: 0, count: shape.count)
  var (place, a, b) = (0, 0, 0)
  while true {
    body(place, a, b)
    place += 1
    var axis = shape.count - 1
    while axis >= 0 {
      index[axis] += 1
      a += first[axis]
      b += second[axis]
      if index[axis] < shape[axis] { break }
      a -= first[axis] * shape[axis]
      b -= second[axis] * shape[axis]
      index[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
