import Autograd

/// A defence that gives each value the median of the 3 × 3 values around it in its channel (Xu et al., 2018, *Feature
/// Squeezing*): a change of single values is gone, edges stay.
///
/// Beyond the border the values of the border are taken.
public struct MedianFilter: Defence {
  /// The filter.
  public init() {}

  /// The filtered pictures.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    precondition(pictures.shape.count == 4, "pictures have four axes, not \(pictures.shape)")
    let (height, width, channels) = (pictures.shape[1], pictures.shape[2], pictures.shape[3])
    return Tensor(shape: pictures.shape) { target in
      pictures.withValues { values in
        parallel(pictures.shape[0] * height) { line in
          let (first, row) = (line / height * height, line % height)
          let rows = (max(row - 1, 0), row, min(row + 1, height - 1))
          for column in 0..<width {
            for channel in 0..<channels {
              // Three values above one another, sorted.
              func sorted(_ column: Int) -> (low: Float, middle: Float, high: Float) {
                let column = min(max(column, 0), width - 1)
                func value(_ row: Int) -> Float { values[((first + row) * width + column) * channels + channel] }
                return inOrder(value(rows.0), value(rows.1), value(rows.2))
              }
              let (left, own, right) = (sorted(column - 1), sorted(column), sorted(column + 1))
              // Of nine values in three sorted columns the median is this one (Smith, 1996).
              target[((first + row) * width + column) * channels + channel] =
                inOrder(
                  max(left.low, own.low, right.low), inOrder(left.middle, own.middle, right.middle).middle,
                  min(left.high, own.high, right.high)
                ).middle
            }
          }
        }
      }
    }
  }
}

/// Three values from the lowest to the highest.
@inline(__always)
private func inOrder(_ a: Float, _ b: Float, _ c: Float) -> (low: Float, middle: Float, high: Float) {
  let (low, high) = (min(a, b), max(a, b))
  return (min(low, c), max(low, min(high, c)), max(high, c))
}
