import CKernels

/// Sums over everything but the last axis, the channels, in one order whatever the number of threads.
extension Tensor {
  /// Per channel of x (this tensor): Σ y and Σ (x − centre) · y, where y is `other`, or x − centre if there is none.
  func channelSums(centre: [Float], times other: Tensor? = nil) -> (sums: [Double], products: [Double]) {
    let channels = centre.count
    var sums = [Double](repeating: 0, count: channels)
    var products = sums
    withValues { x in
      let rows = x.count / channels
      if let other {
        other.withValues {
          alih_channel_sums(rows, channels, x.baseAddress, centre, $0.baseAddress, &sums, &products)
        }
      } else {
        alih_channel_sums(rows, channels, x.baseAddress, centre, nil, &sums, &products)
      }
    }
    return (sums, products)
  }

  /// scale · x + otherScale · other + shift with one factor for each channel, without a gradient.
  func channelAffine(
    scale: [Float], shift: [Float], plus otherScale: [Float] = [], times other: Tensor? = nil
  ) -> Tensor {
    Tensor(shape: shape) { target in
      withValues { x in
        let rows = x.count / max(1, scale.count)
        if let other {
          other.withValues {
            alih_channel_affine(
              rows, scale.count, x.baseAddress, scale, $0.baseAddress, otherScale, shift, target.baseAddress)
          }
        } else {
          alih_channel_affine(rows, scale.count, x.baseAddress, scale, nil, nil, shift, target.baseAddress)
        }
      }
    }
  }
}
