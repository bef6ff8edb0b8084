extension Tensor {
  /// Every channel of every picture times a number of its own: x `[N, H, W, C]` and `gates` g `[N, C]` give
  /// y(n, i, j, c) = g(n, c) · x(n, i, j, c).
  ///
  /// ∂x = g · ∂y and ∂g(n, c) = Σ over i and j of x · ∂y.
  public func gated(by gates: Tensor) -> Tensor {
    precondition(
      shape.count == 4 && gates.shape == [shape[0], shape[3]],
      "gates of \(gates.shape) do not fit pictures of \(shape)")
    return scaled(by: gates).recorded(from: [self, gates]) { upstream in
      [self.wanting { upstream.scaled(by: gates) }, gates.wanting { self.channelProducts(upstream) }]
    }
  }

  private func scaled(by gates: Tensor) -> Tensor {
    let channels = shape[3]
    return Tensor(shape: shape) { target in
      Autograd.withValues(self, gates) { x, gates in
        guard let target = target.baseAddress, let x = x.baseAddress, let gates = gates.baseAddress else { return }
        parallelRanges(count / max(1, channels), grain: max(1, (1 << 15) / max(1, channels))) { range in
          for pixel in range {
            let (to, from) = (target + pixel * channels, x + pixel * channels)
            let gate = gates + pixel / (shape[1] * shape[2]) * channels
            for channel in 0..<channels { to[channel] = from[channel] * gate[channel] }
          }
        }
      }
    }
  }

  /// Σ over the pixels of self · other, for each picture and channel: `[N, C]`.
  private func channelProducts(_ other: Tensor) -> Tensor {
    let (pixels, channels) = (shape[1] * shape[2], shape[3])
    return Tensor(shape: [shape[0], channels]) { target in
      target.initialize(repeating: 0)
      Autograd.withValues(self, other) { a, b in
        parallel(shape[0]) { image in
          for pixel in image * pixels..<(image + 1) * pixels {
            for channel in 0..<channels {
              target[image * channels + channel] += a[pixel * channels + channel] * b[pixel * channels + channel]
            }
          }
        }
      }
    }
  }
}
