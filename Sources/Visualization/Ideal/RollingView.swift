import Autograd

/// A picture looked at as if its edges were joined: rolled by whole pixels, and mirrored half the time, all by chance.
///
/// Nothing is interpolated and nothing comes in from outside, so that a picture keeps every value and its fine detail.
public struct RollingView: PictureView {
  /// The largest roll in pixels, each way.
  public var jitter: Int
  /// Whether left and right are exchanged half the time.
  public var mirrors: Bool

  /// Rolls by up to `jitter` pixels each way.
  public init(jitter: Int = 2, mirrors: Bool = true) {
    precondition(jitter >= 0, "a picture cannot be rolled by up to \(jitter) pixels")
    self.jitter = jitter
    self.mirrors = mirrors
  }

  /// Pictures `[N, H, W, C]`, all looked at in the same way, which chance chooses.
  public func callAsFunction(_ pictures: Tensor, random: inout RandomSource) -> Tensor {
    let (down, right) = (random.below(2 * jitter + 1) - jitter, random.below(2 * jitter + 1) - jitter)
    return pictures.rolled(down: down, right: right, mirrored: mirrors && random.chance(0.5))
  }
}

extension Tensor {
  /// Pictures `[N, H, W, C]` with edges joined, moved and then perhaps mirrored left to right.
  func rolled(down: Int, right: Int, mirrored: Bool) -> Tensor {
    let (height, width) = (shape[1], shape[2])
    let rows = (0..<height).map { ($0 - down).modulo(height) }
    let columns = (0..<width).map { ((mirrored ? width - 1 - $0 : $0) - right).modulo(width) }
    return rearranged(rows: rows, columns: columns).recorded(from: [self]) { upstream in
      [upstream.rearranged(rows: rows.inversePermutation, columns: columns.inversePermutation)]
    }
  }

  /// Pictures whose pixel at (y, x) is this one's at (rows[y], columns[x]), without a gradient.
  private func rearranged(rows: [Int], columns: [Int]) -> Tensor {
    let (height, width, channels) = (shape[1], shape[2], shape[3])
    return Tensor(shape: shape) { target in
      withValues { source in
        for picture in 0..<shape[0] {
          for y in 0..<height {
            let (to, from) = ((picture * height + y) * width, (picture * height + rows[y]) * width)
            for x in 0..<width {
              for channel in 0..<channels {
                target[(to + x) * channels + channel] = source[(from + columns[x]) * channels + channel]
              }
            }
          }
        }
      }
    }
  }
}

extension Int {
  /// The remainder that is never negative.
  fileprivate func modulo(_ divisor: Int) -> Int { ((self % divisor) + divisor) % divisor }
}

extension [Int] {
  /// Where each of 0 ..< count is.
  fileprivate var inversePermutation: [Int] {
    var inverse = self
    for (place, value) in enumerated() { inverse[value] = place }
    return inverse
  }
}
