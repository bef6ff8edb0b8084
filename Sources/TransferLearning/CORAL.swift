import Autograd

/// CORAL, the distance between two sets of features by their covariances: ‖C_s − C_t‖² / 4d² (Sun and Saenko, 2016).
///
/// `source` is `[n, d]` and `target` `[m, d]`, with at least two rows each.
public func coralDistance(source: Tensor, target: Tensor) -> Tensor {
  let features = Float(source.shape[1])
  return (covariance(source) - covariance(target)).square().sum() / (4 * features * features)
}

/// The covariance of the columns of `[n, d]`, `[d, d]`: Σ (x − x̄)(x − x̄)ᵀ / (n − 1).
public func covariance(_ samples: Tensor) -> Tensor {
  precondition(samples.shape.count == 2 && samples.shape[0] > 1, "a covariance needs two rows, not \(samples.shape)")
  let centred = samples - samples.mean(along: [0], keepingAxes: true)
  return centred.transposed().matrixProduct(centred) / Float(samples.shape[0] - 1)
}
