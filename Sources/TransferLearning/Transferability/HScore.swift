import Autograd

/// The H-score (Bao et al., 2019): how much of the spread of a source's features lies between the target's classes.
///
/// H = tr(Σ⁺ Σ_B), with Σ the covariance of the features, Σ⁺ its pseudo-inverse and Σ_B the covariance of the features' class
/// means, each counted once for each picture. It lies between 0 and the number of classes less 1; larger is better. Where there are
/// no more pictures than features every labelling fits, and H is at its largest whatever the source has learnt.
///
/// With F = U S Vᵀ the centred features, H = Σ_k n_k ‖ū_k‖², ū_k the mean of the n_k rows of U that belong to class k.
/// - Parameters:
///   - features: What the source makes of the target's pictures, `[n, d]`, n above 1.
///   - labels: The target's label of each picture, from 0.
public func hScore(_ features: Tensor, labels: [Int]) -> Double {
  let classes = classCount(of: labels, for: features)
  let counts = (0..<classes).map { label in Double(labels.count { $0 == label }) }
  return SingularVectors(of: features, centred: true).vectors.reduce(0) { score, vector in
    var sums = [Double](repeating: 0, count: classes)
    for (value, label) in zip(vector, labels) { sums[label] += value }
    return score + zip(sums, counts).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
  }
}
