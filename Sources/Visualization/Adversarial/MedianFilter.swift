import Autograd

/// A defence that gives each value the median of the 3 × 3 values around it in its channel (Xu et al., 2018, *Feature
/// Squeezing*): a change of single values is gone, edges stay.
///
/// Beyond the border the values of the border are taken. Its gradient is exact: what reaches a median passes to the value
/// that it is, the first of them where several are equal.
public struct MedianFilter: Defence {
  public init() {}

  /// The filtered pictures, `[N, H, W, C]` as before.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    precondition(pictures.shape.count == 4, "pictures have four axes, not \(pictures.shape)")
    let medians = Tensor(shape: pictures.shape) { target in
      pictures.withValues { values in
        parallel(pictures.shape[0]) { picture in
          forEachWindow(in: picture, of: pictures.shape) { place, rows, columns in
            // Three values above one another, sorted.
            func sorted(_ column: Int) -> (low: Float, middle: Float, high: Float) {
              inOrder(values[rows.0 + column], values[rows.1 + column], values[rows.2 + column])
            }
            let (left, own, right) = (sorted(columns.0), sorted(columns.1), sorted(columns.2))
            // Of nine values in three sorted columns the median is this one (Smith, 1996).
            target[place] =
              inOrder(
                max(left.low, own.low, right.low), inOrder(left.middle, own.middle, right.middle).middle,
                min(left.high, own.high, right.high)
              ).middle
          }
        }
      }
    }
    return medians.recorded(from: [pictures]) { [pictures = pictures.detached()] upstream in
      [MedianFilter.gradient(upstream, at: pictures, medians: medians)]
    }
  }

  /// ∂loss/∂pictures: the upstream gradient of every median, at the place of the value that it is.
  private static func gradient(_ upstream: Tensor, at pictures: Tensor, medians: Tensor) -> Tensor {
    Tensor(shape: pictures.shape) { target in
      target.initialize(repeating: 0)
      pictures.withValues { values in
        medians.withValues { medians in
          upstream.withValues { upstream in
            parallel(pictures.shape[0]) { picture in
              forEachWindow(in: picture, of: pictures.shape) { place, rows, columns in
                for row in [rows.0, rows.1, rows.2] {
                  for column in [columns.0, columns.1, columns.2] where values[row + column] == medians[place] {
                    target[row + column] += upstream[place]
                    return
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// Calls `body` for every value of one picture with its place, where its three rows begin, and how far into a row its three
/// columns stand; rows and columns beyond the border are those of the border.
@inline(__always)
private func forEachWindow(
  in picture: Int, of shape: [Int],
  _ body: (_ place: Int, _ rows: (Int, Int, Int), _ columns: (Int, Int, Int)) -> Void
) {
  let (height, width, channels) = (shape[1], shape[2], shape[3])
  let (start, line) = (picture * height * width * channels, width * channels)
  for row in 0..<height {
    let rows = (start + max(row - 1, 0) * line, start + row * line, start + min(row + 1, height - 1) * line)
    for column in 0..<width {
      for channel in 0..<channels {
        let columns = (
          max(column - 1, 0) * channels + channel, column * channels + channel,
          min(column + 1, width - 1) * channels + channel
        )
        body(rows.1 + columns.1, rows, columns)
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
