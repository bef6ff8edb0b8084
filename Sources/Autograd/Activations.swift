import CKernels
import Foundation

extension Tensor {
  /// The rectified linear unit, max(x, 0); its derivative at 0 is taken as 0.
  public func relu() -> Tensor { rectified(.relu) }

  /// min(max(x, 0), 6), the activation of MobileNetV2 (Sandler et al., 2018).
  public func relu6() -> Tensor { rectified(.relu6) }

  /// x where x > 0, slope · x elsewhere (Maas et al., 2013).
  public func leakyReLU(slope: Float = 0.01) -> Tensor {
    elementwise({ $0 > 0 ? $0 : slope * $0 }, derivative: { $0 > 0 ? 1 : slope })
  }

  /// The logistic function σ(x) = 1 / (1 + e⁻ˣ), in (0, 1).
  public func sigmoid() -> Tensor {
    activated(alih_sigmoid)
  }

  /// The hyperbolic tangent, in (−1, 1).
  public func tanh() -> Tensor {
    elementwise({ Foundation.tanh($0) }, derivativeFromResult: { 1 - $0 * $0 })
  }

  /// x · σ(x), also called swish (Elfwing et al., 2018).
  public func silu() -> Tensor {
    activated(alih_silu)
  }

  /// x · Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel, 2016), the exact form.
  public func gelu() -> Tensor {
    activated(alih_gelu)
  }

  /// ln(1 + eˣ), without overflow for large x.
  public func softplus() -> Tensor {
    elementwise({ max($0, 0) + log1p(Foundation.exp(-Swift.abs($0))) }, derivative: logistic)
  }

  /// eˣ.
  public func exp() -> Tensor {
    elementwise({ Foundation.exp($0) }, derivativeFromResult: { $0 })
  }

  /// The natural logarithm.
  public func log() -> Tensor {
    elementwise({ Foundation.log($0) }, derivative: { 1 / $0 })
  }

  /// x².
  public func square() -> Tensor {
    elementwise({ $0 * $0 }, derivative: { 2 * $0 })
  }

  /// √x.
  public func squareRoot() -> Tensor {
    elementwise({ $0.squareRoot() }, derivativeFromResult: { 0.5 / $0 })
  }

  /// |x|; its derivative at 0 is taken as 0.
  public func abs() -> Tensor {
    elementwise({ Swift.abs($0) }, derivative: { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 })
  }

  /// x held within `range`; the derivative is 1 inside, and outside no gradient passes, whatever it is.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    // In this order of the operands what is not a number stays so.
    mapped { min(max($0, range.lowerBound), range.upperBound) }.recorded(from: [self]) { upstream in
      [upstream.combined(with: self) { range.contains($1) ? $0 : 0 }]
    }
  }
}

private func logistic(_ x: Float) -> Float {
  1 / (1 + exp(-x))
}

extension Tensor {
  /// One of the smooth activations that have kernels of their own.
  private func activated(_ activation: alih_activation) -> Tensor {
    let result = Tensor(shape: shape) { target in
      withValues { alih_activate(activation, count, $0.baseAddress, target.baseAddress) }
    }
    return result.recorded(from: [self]) { upstream in
      [
        Tensor(shape: self.shape) { target in
          Autograd.withValues(upstream, self) { upstream, x in
            alih_activation_gradient(activation, x.count, upstream.baseAddress, x.baseAddress, target.baseAddress)
          }
        }
      ]
    }
  }
}
