import Autograd
import Foundation

/// The maximum mean discrepancy of two sets of features, squared, by the biased estimate (Gretton et al., 2012):
/// mean k(s, s′) + mean k(t, t′) − 2 · mean k(s, t).
///
/// The kernel is a sum of Gaussians exp(−‖a − b‖² / b_i) whose bandwidths are the mean squared distance of all pairs times
/// factor⁰⁻ᵐ … factorᵐ (Long et al., 2015), or the median of these distances (the *median heuristic*, which few far pairs
/// cannot pull away); the bandwidth is a constant for the gradient. `source` is `[n, d]`, `target` `[m, d]`.
public func maximumMeanDiscrepancy(
  source: Tensor, target: Tensor, kernels: Int = 5, factor: Float = 2, bandwidth: KernelBandwidth = .mean
) -> Tensor {
  let (n, m) = (source.shape[0], target.shape[0])
  let rows = Tensor.concatenated([source, target])
  let similarity = gaussianSimilarity(
    squaredDistances(among: rows), kernels: kernels, factor: factor, bandwidth: bandwidth)
  let fromSource = similarity.slice(0..<n, along: 0)
  let fromTarget = similarity.slice(n..<n + m, along: 0)
  return fromSource.slice(0..<n, along: 1).mean() + fromTarget.slice(n..<n + m, along: 1).mean()
    - fromSource.slice(n..<n + m, along: 1).mean() * 2
}

/// What the middle one of the bandwidths of a sum of Gaussians is, of the squared distances of all pairs of two samples.
public enum KernelBandwidth: Sendable {
  /// Their mean.
  case mean
  /// Their median; of an even number of pairs, the lower of the two in the middle, as PyTorch has it.
  case median

  /// The bandwidth for the squared distances `[n, n]` of at least two samples.
  func value(of distances: Tensor) -> Float {
    let count = distances.shape[0]
    switch self {
    case .mean: return distances.detached().sum().item / Float(count * (count - 1))
    case .median:
      let pairs = distances.withValues { values in
        (0..<count).flatMap { row in (0..<row).map { values[row * count + $0] } }
      }
      return pairs.sorted()[(pairs.count - 1) / 2]
    }
  }
}

/// How alike all pairs are, from their squared distances `[n, n]`: Σ over `kernels` Gaussians of exp(−‖x_i − x_j‖² / b).
///
/// The bandwidths b lie around the mean or the median squared distance of all pairs, each `factor` times the one before.
func gaussianSimilarity(
  _ distances: Tensor, kernels: Int = 5, factor: Float = 2, bandwidth: KernelBandwidth = .mean
) -> Tensor {
  let middle = bandwidth.value(of: distances)
  // Where all rows are equal, they are alike at any bandwidth.
  let base = max(middle, .leastNormalMagnitude / Float.ulpOfOne) / pow(factor, Float(kernels / 2))
  return (0..<kernels)
    .map { (distances * (-1 / (base * pow(factor, Float($0))))).exp() }
    .reduce(Tensor(0), +)
}
