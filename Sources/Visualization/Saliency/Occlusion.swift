import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// What the logit z_c of a class loses where a square of one grey covers the picture: for each pixel the mean of
  /// z_c(x) − z_c(x covered) over the squares that it lies under (Zeiler and Fergus, 2014, section 4.2).
  ///
  /// Squares of `window` pixels begin at every `stride`-th pixel from the upper left on, until they reach the other end; the last
  /// ones may stick out, as Captum's do. Pictures are `[N, H, W, C]` in [0, 1], each with the place of its class among the logits; heat is in logits, and
  /// negative where the picture is taken for the class all the more once that is gone.
  /// - Parameters:
  ///   - window: Side of the square, at most that of the picture.
  ///   - stride: Pixels from a square to the next one, at most `window`, so that every pixel is covered.
  ///   - fill: The square's grey, in [0, 1].
  public func occlusion(
    of pictures: Tensor, for labels: [Int], window: Int, stride: Int, fill: Float = 0.5
  ) -> Heat {
    let (height, width) = (pictures.shape[1], pictures.shape[2])
    precondition(
      1...min(height, width) ~= window && 1...window ~= stride,
      "a square of \(window) pixels every \(stride) does not cover \(width)×\(height)")
    let whole = whileFrozen { self(pictures).gather(labels).values }
    let squares = Square.all(window: window, stride: stride, height: height, width: width)
    let maps = whole.indices.map { index -> [Float] in
      let picture = pictures.slice(index..<index + 1, along: 0)
      var (sums, counts) = ([Float](repeating: 0, count: height * width), [Float](repeating: 0, count: height * width))
      let batch = max(1, 262_144 / (height * width))
      for first in Swift.stride(from: 0, to: squares.count, by: batch) {
        let some = squares[first..<min(first + batch, squares.count)]
        let covered = picture.covered(by: some, fill)
        let logits = whileFrozen { self(covered).gather(some.map { _ in labels[index] }).values }
        for (square, logit) in zip(some, logits) {
          for y in square.rows {
            for place in square.columns.lowerBound + y * width..<square.columns.upperBound + y * width {
              sums[place] += whole[index] - logit
              counts[place] += 1
            }
          }
        }
      }
      return zip(sums, counts).map { $0 / $1 }
    }
    return Heat(Tensor(maps.flatMap { $0 }, shape: [maps.count, height, width, 1]))
  }
}

/// The pixels that a square covers.
private struct Square {
  let rows, columns: Range<Int>

  static func all(window: Int, stride: Int, height: Int, width: Int) -> [Square] {
    func starts(_ length: Int) -> [Range<Int>] {
      let count = (length - window + stride - 1) / stride + 1
      return (0..<count).map { $0 * stride..<min($0 * stride + window, length) }
    }
    return starts(height).flatMap { rows in starts(width).map { Square(rows: rows, columns: $0) } }
  }
}

extension Tensor {
  /// One picture `[1, H, W, C]` under each of some squares of a grey.
  fileprivate func covered(by squares: some Collection<Square>, _ fill: Float) -> Tensor {
    let (width, channels) = (shape[2], shape[3])
    return Tensor(shape: [squares.count] + shape.dropFirst()) { target in
      withValues { picture in
        for (index, square) in squares.enumerated() {
          let start = index * picture.count
          for place in picture.indices { target[start + place] = picture[place] }
          for y in square.rows {
            let row = start + y * width * channels
            for place in row + square.columns.lowerBound * channels..<row + square.columns.upperBound * channels {
              target[place] = fill
            }
          }
        }
      }
    }
  }
}
