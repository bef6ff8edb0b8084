extension Tensor {
  /// Pictures `[N, H, W, C]` resized to `[N, height, width, C]` by linear interpolation between pixel centres.
  ///
  /// With `antialiased`, a reduction averages over all pixels that an output pixel covers, as PIL and PyTorch's
  /// `interpolate(…, antialias: true)` do; without, it only looks at the two nearest.
  public func resized(height: Int, width: Int, antialiased: Bool = false) -> Tensor {
    precondition(shape.count == 4 && height > 0 && width > 0, "no resize of \(shape) to \(height)x\(width)")
    let vertical = LinearWeights(from: shape[1], to: height, antialiased: antialiased)
    let horizontal = LinearWeights(from: shape[2], to: width, antialiased: antialiased)
    return weighted(vertical, axis: 1).weighted(horizontal, axis: 2)
  }

  private func weighted(_ weights: LinearWeights, axis: Int) -> Tensor {
    var newShape = shape
    newShape[axis] = weights.taps.count
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(1, *)
    let length = shape[axis]
    let result = Tensor(shape: newShape) { target in
      target.initialize(repeating: 0)
      withValues { x in
        weights.forEachTap(outer) { row, output, input, weight in
          let (to, from) = ((row * weights.taps.count + output) * inner, (row * length + input) * inner)
          for index in 0..<inner { target[to + index] += weight * x[from + index] }
        }
      }
    }
    return result.recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { upstream in
            weights.forEachTap(outer) { row, output, input, weight in
              let (from, to) = ((row * weights.taps.count + output) * inner, (row * length + input) * inner)
              for index in 0..<inner { target[to + index] += weight * upstream[from + index] }
            }
          }
        }
      ]
    }
  }
}

/// For each output position along one axis, the input positions it is made of and their weights, which sum to one.
private struct LinearWeights {
  let taps: [[(index: Int, weight: Float)]]

  init(from length: Int, to newLength: Int, antialiased: Bool) {
    let scale = Double(length) / Double(newLength)
    let support = antialiased ? max(1, scale) : 1
    taps = (0..<newLength).map { output in
      // Without antialiasing PyTorch repeats the edge; with it, what lies outside is left out.
      let centre = antialiased ? (Double(output) + 0.5) * scale : max(0.5, (Double(output) + 0.5) * scale)
      let first = Int((centre - support).rounded(.down)) - 1
      let last = Int((centre + support).rounded(.up)) + 1
      var found: [(index: Int, weight: Double)] = []
      for index in first...last {
        let weight = 1 - abs((Double(index) + 0.5 - centre) / support)
        guard weight > 0, !antialiased || 0..<length ~= index else { continue }
        found.append((min(max(index, 0), length - 1), weight))
      }
      let total = found.reduce(0) { $0 + $1.weight }
      return found.map { ($0.index, Float($0.weight / total)) }
    }
  }

  @inline(__always)
  func forEachTap(_ rows: Int, _ body: (_ row: Int, _ output: Int, _ input: Int, _ weight: Float) -> Void) {
    for row in 0..<rows {
      for (output, taps) in taps.enumerated() {
        for tap in taps { body(row, output, tap.index, tap.weight) }
      }
    }
  }
}
