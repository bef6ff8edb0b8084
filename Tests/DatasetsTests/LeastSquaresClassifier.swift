/// A linear classifier fitted to one-hot labels by ridge regression: (XᵀX + λI) W = XᵀY.
struct LeastSquaresClassifier {
  private let means: [Float]
  /// One row of weights for each feature and one for the bias, `[features + 1, classes]`.
  private let weights: [[Float]]

  init(_ features: [[Float]], labels: [Int], classes: Int, penalty: Float = 1) {
    let width = features[0].count
    let means = (0..<width).map { column in features.reduce(0) { $0 + $1[column] } / Float(features.count) }
    self.means = means
    var gram = [[Float]](repeating: [Float](repeating: 0, count: width + 1), count: width + 1)
    var targets = [[Float]](repeating: [Float](repeating: 0, count: classes), count: width + 1)
    for (row, label) in zip(features, labels) {
      let centred = zip(row, means).map { $0 - $1 } + [1]
      for i in 0...width {
        let value = centred[i]
        targets[i][label] += value
        gram[i].withUnsafeMutableBufferPointer { line in
          for j in 0...i { line[j] += value * centred[j] }
        }
      }
    }
    for i in 0...width { gram[i][i] += penalty }
    weights = Self.solve(gram, targets)
  }

  /// The share of rows whose label has the largest score.
  func accuracy(_ features: [[Float]], labels: [Int]) -> Double {
    let hits = zip(features, labels).filter { row, label in
      let centred = zip(row, means).map { $0 - $1 } + [1]
      var scores = [Float](repeating: 0, count: weights[0].count)
      for (value, line) in zip(centred, weights) {
        for index in scores.indices { scores[index] += value * line[index] }
      }
      return scores.firstIndex(of: scores.max() ?? 0) == label
    }
    return Double(hits.count) / Double(labels.count)
  }

  /// Solves a symmetric positive system, of which the lower triangle is given, by Cholesky's factors.
  private static func solve(_ matrix: [[Float]], _ right: [[Float]]) -> [[Float]] {
    var factor = matrix
    let count = matrix.count
    for i in 0..<count {
      for j in 0...i {
        var sum = factor[i][j]
        factor[i].withUnsafeBufferPointer { a in
          factor[j].withUnsafeBufferPointer { b in
            for k in 0..<j { sum -= a[k] * b[k] }
          }
        }
        factor[i][j] = i == j ? sum.squareRoot() : sum / factor[j][j]
      }
    }
    var result = right
    for column in right[0].indices {
      for i in 0..<count {
        var sum = result[i][column]
        for k in 0..<i { sum -= factor[i][k] * result[k][column] }
        result[i][column] = sum / factor[i][i]
      }
      for i in stride(from: count - 1, through: 0, by: -1) {
        var sum = result[i][column]
        for k in (i + 1)..<max(count, i + 1) { sum -= factor[k][i] * result[k][column] }
        result[i][column] = sum / factor[i][i]
      }
    }
    return result
  }
}
