import CKernels

/// A scale and a shift for each channel with a rectification behind: y = rectification(scale · x + shift).
struct ChannelMap {
  let scale, shift: [Float]
  let rectification: Rectification

  /// Calls `body` with the map as the kernels take it.
  func withRectifier<Result>(_ body: (UnsafePointer<alih_rectifier>) -> Result) -> Result {
    scale.withUnsafeBufferPointer { scale in
      shift.withUnsafeBufferPointer { shift in
        var rectifier = alih_rectifier(
          scale: scale.baseAddress, shift: shift.baseAddress, ceiling: rectification.ceiling)
        return body(&rectifier)
      }
    }
  }

  /// The map where its rectification stops gradients, else null.
  func withGradientRectifier<Result>(_ body: (UnsafePointer<alih_rectifier>?) -> Result) -> Result {
    rectification == .none ? body(nil) : withRectifier { body($0) }
  }
}

/// Sums over everything but the last axis, the channels, in one order whatever the number of threads.
extension Tensor {
  /// Per channel of x (this tensor): Σ (x − centre) and Σ (x − centre)².
  func channelSums(centre: [Float]) -> (sums: [Double], products: [Double]) {
    withValues { x in
      channelSums(centre.count) { sums, products in
        alih_channel_sums(x.count / centre.count, centre.count, x.baseAddress, centre, nil, nil, sums, products)
      }
    }
  }

  /// Per channel of x (this tensor): Σ u and Σ (x − centre) · u, with u the upstream gradient that passes `map`.
  func channelSums(
    centre: [Float], of upstream: Tensor, through map: ChannelMap
  ) -> (sums: [Double], products: [Double]) {
    Autograd.withValues(self, upstream) { x, upstream in
      map.withGradientRectifier { rectifier in
        channelSums(centre.count) { sums, products in
          alih_channel_sums(
            x.count / centre.count, centre.count, x.baseAddress, centre, upstream.baseAddress, rectifier, sums,
            products)
        }
      }
    }
  }

  private func channelSums(
    _ channels: Int, _ add: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) -> (sums: [Double], products: [Double]) {
    var sums = [Double](repeating: 0, count: channels)
    var products = sums
    add(&sums, &products)
    return (sums, products)
  }

  /// The map of every channel, without a gradient.
  func mapped(by map: ChannelMap) -> Tensor {
    Tensor(shape: shape) { target in
      withValues { x in
        map.withRectifier { rectifier in
          let channels = map.scale.count
          alih_channel_affine(x.count / max(1, channels), channels, x.baseAddress, rectifier, target.baseAddress)
        }
      }
    }
  }

  /// scale · u + slope · x + shift with one factor for each channel of x (this tensor), with u the upstream gradient that
  /// passes `map`; without a line, scale · u, whatever x is.
  func channelGradient(
    _ upstream: Tensor, through map: ChannelMap, scale: [Float], and line: (slope: [Float], shift: [Float])? = nil
  ) -> Tensor {
    Tensor(shape: shape) { target in
      Autograd.withValues(self, upstream) { x, upstream in
        map.withGradientRectifier { rectifier in
          alih_channel_gradient(
            x.count / max(1, scale.count), scale.count, upstream.baseAddress, x.baseAddress, scale, line?.slope,
            line?.shift, rectifier, target.baseAddress)
        }
      }
    }
  }
}
