import Autograd

/// Features brought to mean 0 and variance 1, column by column: (x − x̄) / σ with x̄ and σ of the features it was made from.
///
/// ```swift
/// let standardized = Standardization(of: training.features)
/// standardized(test.features)   // on the training features' scale
/// ```
public struct Standardization: Sendable {
  /// x̄ and 1/σ, each `[d]`; 0 in place of 1/σ where a column never changes.
  private let mean, scale: Tensor

  /// The means and deviations of the columns of `[n, d]`, n > 0.
  public init(of features: Tensor) {
    precondition(features.shape.count == 2 && features.shape[0] > 0, "no columns to standardise in \(features.shape)")
    mean = features.mean(along: [0])
    let deviation = (features - mean).square().mean(along: [0]).squareRoot()
    scale = Tensor(deviation.values.map { $0 > 1e-6 ? 1 / $0 : 0 })
  }

  /// Features `[m, d]` on that scale, `[m, d]`; a column that never changed becomes 0.
  public func callAsFunction(_ features: Tensor) -> Tensor { (features - mean) * scale }
}
