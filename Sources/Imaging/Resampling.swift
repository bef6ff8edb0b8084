/// For each new position along one direction, which old positions it draws on and with what weights.
///
/// The kernel is centred on the new position; when the picture shrinks, it is widened by the same factor, so that no old
/// pixel is passed over. What reaches beyond the edge is left out and the rest weighs more, as in Pillow.
struct Resampling {
  /// The first old position of each new one.
  private(set) var starts: [Int] = []
  /// The weights of the old positions from there on; they sum to 1.
  private(set) var weights: [[Double]] = []
  private let oldCount: Int

  /// The weights for the new positions `positions` of `newCount`.
  init(from oldCount: Int, to newCount: Int, by kernel: Interpolation, at positions: Range<Int>) {
    self.oldCount = oldCount
    let scale = Double(oldCount) / Double(newCount)
    let stretch = max(scale, 1)
    let support = kernel.support * stretch
    for position in positions {
      let center = (Double(position) + 0.5) * scale
      let start = max(0, Int(center - support + 0.5))
      let end = min(oldCount, Int(center + support + 0.5))
      let heights = (start..<end).map { kernel((Double($0) - center + 0.5) / stretch) }
      let sum = heights.reduce(0, +)
      starts.append(start)
      weights.append(heights.map { $0 / sum })
    }
  }

  /// The old positions that any new one draws on.
  var reach: Range<Int> {
    let ends = zip(starts, weights).map { $0 + $1.count }
    return (starts.min() ?? 0)..<(ends.max() ?? 0)
  }

  /// Resamples `[lines, oldCount, stride]` to `[lines, positions, stride]`.
  func apply(to values: [Float], lines: Int, stride: Int) -> [Float] {
    var result = [Float](repeating: 0, count: lines * starts.count * stride)
    let weights = weights.map { $0.map(Float.init) }
    values.withUnsafeBufferPointer { old in
      result.withUnsafeMutableBufferPointer { new in
        for line in 0..<lines {
          for position in starts.indices {
            let target = (line * starts.count + position) * stride
            for (tap, weight) in weights[position].enumerated() {
              let source = (line * oldCount + starts[position] + tap) * stride
              for offset in 0..<stride {
                new[target + offset] += weight * old[source + offset]
              }
            }
          }
        }
      }
    }
    return result
  }
}
