import Autograd

extension Tensor {
  /// The identity, `[d, d]`.
  static func identity(_ d: Int) -> Tensor {
    Tensor((0..<d * d).map { $0 / d == $0 % d ? 1 : 0 }, shape: [d, d])
  }
}

/// A^½ and A^−½ of a symmetric `[d, d]` matrix whose eigenvalues are positive, by Newton's method as Schulz coupled it.
///
/// With A scaled to norm 1, Y₀ = A and Z₀ = I: T = ½ (3 I − Z Y), Y ← Y T, Z ← T Z. Y tends to A^½ and Z to A^−½ (Higham,
/// *Functions of Matrices*, 2008, equation 6.35). Made of products alone, it is quick where an eigenvalue solver is not.
func squareRoots(of matrix: Tensor) -> (root: Tensor, inverse: Tensor) {
  let identity = Tensor.identity(matrix.shape[0])
  let norm = matrix.square().sum().squareRoot().item
  var (y, z) = (matrix / norm, identity)
  for _ in 0..<40 {
    let product = z.matrixProduct(y)
    let error = (product - identity).square().sum().item
    if error < 1e-9 * Float(matrix.shape[0]) { break }
    let correction = (identity * 3 - product) * 0.5
    (y, z) = (y.matrixProduct(correction), correction.matrixProduct(z))
  }
  return (y * norm.squareRoot(), z / norm.squareRoot())
}
