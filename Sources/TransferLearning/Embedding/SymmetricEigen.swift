import Autograd

/// The eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations (Jacobi, 1846; Golub and Van Loan,
/// *Matrix Computations*, section 8.5), in double precision.
///
/// Each rotation makes one pair of entries zero; a few sweeps over all pairs leave a diagonal matrix. The cost grows with
/// the cube of the size: tenths of a second for 128 rows, seconds for 300. Where only the first few are wanted,
/// `init(leading:of:size:)` is quicker.
struct SymmetricEigen {
  /// The eigenvalues, from the largest to the smallest.
  let values: [Double]
  /// The eigenvector of each value, of unit length, with its largest entry positive.
  let vectors: [[Double]]

  /// Decomposes the symmetric matrix of `size` rows that `matrix` holds row by row.
  init(_ matrix: [Double], size: Int) {
    precondition(matrix.count == size * size, "\(matrix.count) entries are not a matrix of \(size) rows")
    var matrix = matrix
    // Row i of `rotated` ends as the i-th eigenvector.
    var rotated = [Double](repeating: 0, count: size * size)
    for index in 0..<size { rotated[index * size + index] = 1 }
    let scale = matrix.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<30 where Self.offDiagonal(matrix, size) > 1e-24 * scale {
      for p in 0..<size {
        for q in p + 1..<max(p + 1, size) { Self.rotate(&matrix, &rotated, size, p, q) }
      }
    }
    let found = matrix
    let order = (0..<size).sorted { found[$0 * size + $0] > found[$1 * size + $1] }
    values = order.map { found[$0 * size + $0] }
    vectors = order.map { Self.signed(Array(rotated[$0 * size..<($0 + 1) * size])) }
  }

  /// The `count` largest eigenvalues of a symmetric matrix that has no negative ones, with their vectors.
  ///
  /// Orthogonal iteration (Golub and Van Loan, section 8.2): a block of vectors, a few more than wanted, is multiplied by
  /// the matrix and made orthonormal until its eigenvalues stand still.
  init(leading count: Int, of matrix: [Double], size: Int) {
    let width = min(size, count + 8)
    guard width < size / 2 else {
      self.init(matrix, size: size)
      return
    }
    var random = RandomSource(seed: 0)
    var block = Self.orthonormal((0..<width).map { _ in (0..<size).map { _ in Double(random.normal()) } })
    var sums: [Double] = []
    for _ in 0..<400 {
      let image = block.map { Self.product(matrix, $0) }
      let now = zip(block, image).prefix(count).map { dot($0, $1) }
      block = Self.orthonormal(image)
      if zip(sums, now).allSatisfy({ abs($0 - $1) <= 1e-12 * abs($1) }), !sums.isEmpty { break }
      sums = now
    }
    // Within the block, the matrix is small.
    let image = block.map { Self.product(matrix, $0) }
    let inner = SymmetricEigen(block.flatMap { row in image.map { dot(row, $0) } }, size: width)
    self.init(
      values: inner.values,
      vectors: inner.vectors.map { weights in
        var sum = [Double](repeating: 0, count: size)
        for (weight, row) in zip(weights, block) { for index in 0..<size { sum[index] += weight * row[index] } }
        return Self.signed(sum)
      })
  }

  private init(values: [Double], vectors: [[Double]]) {
    self.values = values
    self.vectors = vectors
  }

  private static func product(_ matrix: [Double], _ vector: [Double]) -> [Double] {
    let size = vector.count
    return (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += matrix[row * size + column] * vector[column] }
      return sum
    }
  }

  /// Orthonormal rows that span the same space, by the modified Gram–Schmidt process; a row of zeros stays one.
  private static func orthonormal(_ rows: [[Double]]) -> [[Double]] {
    rows.reduce(into: []) { done, row in
      var row = row
      let before = dot(row, row)
      // Twice, since the first pass leaves rounding errors where rows are nearly parallel.
      for _ in 0..<2 {
        for other in done {
          let share = dot(row, other)
          for index in row.indices { row[index] -= share * other[index] }
        }
      }
      let length = dot(row, row).squareRoot()
      done.append(row.map { length * length > 1e-24 * before ? $0 / length : 0 })
    }
  }

  /// Makes the entry (p, q) zero by turning the plane of axes p and q.
  private static func rotate(_ matrix: inout [Double], _ vectors: inout [Double], _ size: Int, _ p: Int, _ q: Int) {
    let entry = matrix[p * size + q]
    guard entry != 0 else { return }
    let ratio = (matrix[q * size + q] - matrix[p * size + p]) / (2 * entry)
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    matrix.withUnsafeMutableBufferPointer { matrix in
      for row in 0..<size {
        let (a, b) = (matrix[row * size + p], matrix[row * size + q])
        (matrix[row * size + p], matrix[row * size + q]) = (cosine * a - sine * b, sine * a + cosine * b)
      }
      turnRows(matrix, size, p, q, cosine, sine)
    }
    vectors.withUnsafeMutableBufferPointer { turnRows($0, size, p, q, cosine, sine) }
  }

  private static func turnRows(
    _ matrix: UnsafeMutableBufferPointer<Double>, _ size: Int, _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double
  ) {
    for column in 0..<size {
      let (a, b) = (matrix[p * size + column], matrix[q * size + column])
      (matrix[p * size + column], matrix[q * size + column]) = (cosine * a - sine * b, sine * a + cosine * b)
    }
  }

  /// The sum of the squares beside the diagonal.
  private static func offDiagonal(_ matrix: [Double], _ size: Int) -> Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size where column != row { sum += matrix[row * size + column] * matrix[row * size + column] }
    }
    return sum
  }

  /// A vector and its opposite are both eigenvectors; this picks the one whose largest entry is positive.
  private static func signed(_ vector: [Double]) -> [Double] {
    let largest = vector.max { abs($0) < abs($1) } ?? 1
    return largest < 0 ? vector.map { -$0 } : vector
  }
}

/// Σ aᵢ bᵢ.
private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
