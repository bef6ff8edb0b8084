import Autograd
import Foundation

/// LogME, the logarithm of the maximum evidence (You et al., 2021): how likely the target's labels are under a linear model on
/// a source's features, whatever its weights are.
///
/// For each class, y is 1 for its pictures and 0 for others, y = F w + noise with w ~ N(0, 1/α) and noise ~ N(0, 1/β). With
/// A = α + β FᵀF and m = β A⁻¹ Fᵀ y the logarithm of the evidence is
///
/// ½ (n ln β + d ln α − n ln 2π − β ‖F m − y‖² − α ‖m‖² − ln det A),
///
/// divided by n; α and β go to where it is largest by MacKay's fixed point, at most 11 steps, as in the authors' program. The
/// score is the mean over the classes; larger is better. Weights are averaged over and not fitted, so that many features do not
/// win by learning labels by heart.
/// - Parameters:
///   - features: What the source makes of the target's pictures, `[n, d]`.
///   - labels: The target's label of each picture, from 0.
public func logMEScore(_ features: Tensor, labels: [Int]) -> Double {
  let classes = classCount(of: labels, for: features)
  let decomposed = SingularVectors(of: features)
  let evidences = (0..<classes).map { label in
    evidence(of: labels.map { $0 == label ? 1 : 0 }, decomposed, width: features.shape[1])
  }
  return evidences.reduce(0, +) / Double(classes)
}

/// The largest evidence of one class's values, by the fixed point of α and β.
private func evidence(of values: [Double], _ features: SingularVectors, width: Int) -> Double {
  let count = Double(values.count)
  // What of y lies along each singular vector, squared, and what lies along none.
  let along = features.vectors.map { vector in
    let product = zip(vector, values).reduce(0.0) { $0 + $1.0 * $1.1 }
    return product * product
  }
  let outside = max(0, values.reduce(0) { $0 + $1 * $1 } - along.reduce(0, +))
  let squares = features.squares
  var (alpha, beta) = (1.0, 1.0)
  var (length, residual) = (0.0, 0.0)
  for _ in 0..<11 {
    let ratio = alpha / beta
    let free = squares.reduce(0) { $0 + $1 / ($1 + ratio) }
    length = zip(squares, along).reduce(0) { $0 + $1.0 * $1.1 / ((ratio + $1.0) * (ratio + $1.0)) }
    residual =
      outside + zip(squares, along).reduce(0) { $0 + $1.1 / ((1 + $1.0 / ratio) * (1 + $1.0 / ratio)) }
    alpha = free / (length + 1e-5)
    beta = (count - free) / (residual + 1e-5)
    if abs(alpha / beta - ratio) / ratio <= 1e-3 { break }
  }
  let determinant =
    squares.reduce(0) { $0 + log(alpha + beta * $1) } + Double(width - squares.count) * log(alpha)
  let doubled =
    Double(width) * log(alpha) + count * log(beta) - determinant - beta * residual - alpha * length
    - count * log(2 * Double.pi)
  return doubled / 2 / count
}
