extension Tensor {
  /// Pictures `[N, H, W, C]` moved by an affine map, read with linear interpolation; what comes from outside is 0.
  ///
  /// `theta` holds a, b, c, d, e, f for one map that all pictures share: the output pixel at (x, y) shows the input at
  /// (a·x + b·y + c, d·x + e·y + f), where both coordinates go from −1 to 1 between the outer edges of the picture
  /// (`affine_grid` and `grid_sample` of PyTorch with `align_corners=False`; Jaderberg et al., 2015).
  public func affineWarped(theta: [Float]) -> Tensor {
    precondition(shape.count == 4 && theta.count == 6, "an affine map of pictures has 6 numbers, not \(theta.count)")
    let (height, width, channels) = (shape[1], shape[2], shape[3])
    let taps = AffineTaps(theta, height: height, width: width).taps
    let result = Tensor(shape: shape) { target in
      target.initialize(repeating: 0)
      withValues { x in
        for image in 0..<shape[0] {
          let base = image * height * width
          for tap in taps {
            for channel in 0..<channels {
              target[(base + tap.output) * channels + channel] +=
                tap.weight * x[(base + tap.input) * channels + channel]
            }
          }
        }
      }
    }
    return result.recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { upstream in
            for image in 0..<shape[0] {
              let base = image * height * width
              for tap in taps {
                for channel in 0..<channels {
                  target[(base + tap.input) * channels + channel] +=
                    tap.weight * upstream[(base + tap.output) * channels + channel]
                }
              }
            }
          }
        }
      ]
    }
  }
}

/// The up to four input pixels that each output pixel of an affine map is read from.
private struct AffineTaps {
  private(set) var taps: [(output: Int, input: Int, weight: Float)] = []

  init(_ theta: [Float], height: Int, width: Int) {
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = (2 * (Float(x) + 0.5) / Float(width) - 1, 2 * (Float(y) + 0.5) / Float(height) - 1)
        let column = ((theta[0] * u + theta[1] * v + theta[2] + 1) * Float(width) - 1) / 2
        let row = ((theta[3] * u + theta[4] * v + theta[5] + 1) * Float(height) - 1) / 2
        let (left, top) = (column.rounded(.down), row.rounded(.down))
        for (inputRow, rowShare) in [(top, top + 1 - row), (top + 1, row - top)] {
          for (inputColumn, columnShare) in [(left, left + 1 - column), (left + 1, column - left)] {
            guard inputRow >= 0, inputRow < Float(height), inputColumn >= 0, inputColumn < Float(width) else {
              continue
            }
            taps.append((y * width + x, Int(inputRow) * width + Int(inputColumn), rowShare * columnShare))
          }
        }
      }
    }
  }
}
