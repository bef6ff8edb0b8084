import Autograd

/// The left singular vectors of a matrix of features and the squares of its singular values, in double precision.
///
/// F = U S Vᵀ for features F `[n, d]`. The smaller of FᵀF and FFᵀ is decomposed, so both many rows and long ones are fine.
struct SingularVectors {
  /// The squares of the singular values, from the largest on; those that are lost among rounding errors are left out.
  let squares: [Double]
  /// The column of U of each, of length n.
  let vectors: [[Double]]

  /// Decomposes features `[n, d]`, with the mean of each column subtracted where they are to be centred.
  init(of features: Tensor, centred: Bool = false) {
    let (n, d) = (features.shape[0], features.shape[1])
    var rows = features.values.map(Double.init)
    if centred {
      for column in 0..<d {
        var mean = 0.0
        for row in 0..<n { mean += rows[row * d + column] / Double(n) }
        for row in 0..<n { rows[row * d + column] -= mean }
      }
    }
    let eigen = SymmetricEigen(d <= n ? Self.gram(rows, d, n, 1, d) : Self.gram(rows, n, d, d, 1), size: min(n, d))
    let floor = max(0, eigen.values.first ?? 0) * 1e-12
    let kept = eigen.values.indices.filter { eigen.values[$0] > floor }
    squares = kept.map { eigen.values[$0] }
    vectors = kept.map { place in
      let (vector, length) = (eigen.vectors[place], eigen.values[place].squareRoot())
      guard d <= n else { return vector }
      return (0..<n).map { row in
        var sum = 0.0
        for column in 0..<d { sum += rows[row * d + column] * vector[column] }
        return sum / length
      }
    }
  }

  /// The inner products of `size` vectors of `length` values each: entry k of vector i is at i · `step` + k · `stride`.
  private static func gram(_ values: [Double], _ size: Int, _ length: Int, _ step: Int, _ stride: Int) -> [Double] {
    var products = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in i..<size {
        var sum = 0.0
        for k in 0..<length { sum += values[i * step + k * stride] * values[j * step + k * stride] }
        (products[i * size + j], products[j * size + i]) = (sum, sum)
      }
    }
    return products
  }
}
