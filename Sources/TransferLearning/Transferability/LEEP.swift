import Autograd
import Foundation

/// LEEP, the log expected empirical prediction (Nguyen et al., 2020): how well a source's answers alone tell the target's
/// labels.
///
/// θ(x)_z is the probability that the source network gives its own class z for a picture x. From the n labelled pictures of the
/// target follow P(y, z) = Σ_{i: y_i = y} θ(x_i)_z / n and P(y | z) = P(y, z) / Σ_y P(y, z), and
///
/// LEEP = Σᵢ ln Σ_z P(yᵢ | z) θ(xᵢ)_z / n.
///
/// It is at most 0, and the nearer to 0 the better; a source whose answers say nothing has minus the entropy of the labels.
/// - Parameters:
///   - probabilities: What the source network says, `[n, source classes]`; every row sums to 1.
///   - labels: The target's label of each picture, from 0.
public func leepScore(_ probabilities: Tensor, labels: [Int]) -> Double {
  let targets = classCount(of: labels, for: probabilities)
  let sources = probabilities.shape[1]
  let values = probabilities.values.map(Double.init)
  var joint = [Double](repeating: 0, count: targets * sources)
  for (row, label) in labels.enumerated() {
    for z in 0..<sources { joint[label * sources + z] += values[row * sources + z] }
  }
  let totals = (0..<sources).map { z in (0..<targets).reduce(0.0) { $0 + joint[$1 * sources + z] } }
  let logarithms = labels.enumerated().map { row, label in
    let expected = (0..<sources).reduce(0.0) { sum, z in
      totals[z] > 0 ? sum + joint[label * sources + z] / totals[z] * values[row * sources + z] : sum
    }
    return log(max(expected, .leastNormalMagnitude))
  }
  return logarithms.reduce(0, +) / Double(labels.count)
}
