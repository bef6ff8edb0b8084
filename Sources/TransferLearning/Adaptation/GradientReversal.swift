import Autograd
import Foundation

extension Tensor {
  /// The same values, through which the gradient goes back turned round and λ times as large: y = x, ∂x = −λ · ∂y (Ganin and
  /// Lempitsky, 2015).
  ///
  /// What lies above learns to make a loss smaller; what lies below, by the same step, to make it larger.
  public func reversingGradient(_ strength: Float) -> Tensor {
    detached().recorded(from: [self]) { upstream in [upstream * -strength] }
  }
}

/// The ramp 2 / (1 + e^(−10 p)) − 1 from 0 to nearly 1 over the share p of a training that is done (Ganin et al., 2016,
/// section 5.2.2): features are left alone while they are still noise.
public func adaptationRamp(_ progress: Float) -> Float { 2 / (1 + exp(-10 * progress)) - 1 }
