import Autograd

/// Principal component analysis: the directions in which samples vary most (Pearson, 1901; Hotelling, 1933).
///
/// The directions are the eigenvectors of the covariance Σ (x − x̄)(x − x̄)ᵀ / (n − 1) with the largest eigenvalues; an
/// eigenvalue is the variance along its direction. Seen along the first two, samples lie in the plane that keeps most of
/// their variance.
///
/// ```swift
/// let plane = PrincipalComponents(of: features, count: 2)
/// plane(features)            // [n, 2]: where each sample lies in the plane
/// plane.explainedShare       // how much of the variance the plane keeps, in [0, 1]
/// ```
public struct PrincipalComponents: Sendable {
  /// The mean of the samples, `[d]`.
  public let mean: Tensor
  /// The directions as orthonormal rows, `[count, d]`, the one with the largest variance first.
  ///
  /// The sign of a direction is arbitrary; here the largest entry of its eigenvector is positive.
  public let directions: Tensor
  /// The variance along each direction, descending.
  public let variances: [Float]
  /// The variance along all directions together, of which some may not be kept.
  public let totalVariance: Float

  /// Finds the first `count` directions of samples `[n, d]`, of which there must be at least two.
  ///
  /// The smaller of the matrices `[d, d]` (covariance) and `[n, n]` (inner products of the samples, which has the same
  /// eigenvalues) is decomposed, so both many samples and long ones are fine.
  /// Directions along which nothing varies are zero.
  public init(of samples: Tensor, count: Int) {
    precondition(
      samples.shape.count == 2 && samples.shape[0] > 1, "principal components need two rows, not \(samples.shape)")
    let (n, d) = (samples.shape[0], samples.shape[1])
    precondition(0 < count && count <= d, "samples of \(d) values have 1 to \(d) principal components, not \(count)")
    let mean = samples.mean(along: [0])
    let centred = (samples - mean).detached()
    let small = d <= n ? centred.transposed().matrixProduct(centred) : centred.matrixProduct(centred.transposed())
    let eigen = SymmetricEigen(leading: count, of: small.values.map { Double($0) / Double(n - 1) }, size: min(n, d))

    self.mean = mean.detached()
    totalVariance = centred.square().sum().item / Float(n - 1)
    let kept = min(count, eigen.values.count)
    // Variance that is lost among rounding errors is none.
    let floor = max(0, eigen.values[0]) * 1e-7
    let values = eigen.values.prefix(kept).map { $0 > floor ? $0 : 0 }
    variances = values.map(Float.init) + [Float](repeating: 0, count: count - kept)
    let rows = Tensor(eigen.vectors.prefix(kept).joined().map(Float.init), shape: [kept, min(n, d)])
    var directions = (d <= n ? rows : rows.matrixProduct(centred)).values
    directions += [Float](repeating: 0, count: (count - kept) * d)
    for row in 0..<count {
      let range = row * d..<(row + 1) * d
      let length = directions[range].reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      let scale = variances[row] > 0 ? Float(1 / length) : 0
      for index in range { directions[index] *= scale }
    }
    self.directions = Tensor(directions, shape: [count, d])
  }

  /// The share of the variance that these directions keep, in [0, 1].
  public var explainedShare: Float { totalVariance > 0 ? variances.reduce(0, +) / totalVariance : 0 }

  /// Where samples `[n, d]` lie along the directions, `[n, count]`: (x − x̄)·Vᵀ.
  ///
  /// The samples may be others than those that the directions were found in.
  public func callAsFunction(_ samples: Tensor) -> Tensor {
    (samples - mean).linear(weight: directions)
  }
}
