import Autograd
import ModelZoo
import NeuralNetworks

/// How far a batch of pictures is, as a network sees it, from what the network was trained on: the batch-norm prior.
///
/// It is made after Yin et al. (2020, "Dreaming to Distill"), who add up the norms ‖μ̂ − μ‖ and ‖σ̂² − σ²‖; here each channel
/// counts in units of its own σ, so that none outweighs others by its scale.
///
/// Batch norm remembers the mean μ and variance σ² of what entered it in training. With μ̂ and σ̂² those of the given batch,
///
/// S = mean over layers of the mean over channels of (μ̂ − μ)² / σ² + ¼ (σ̂² / σ² − 1)².
///
/// It is 0 where every channel behaves as on real pictures, takes no picture of the training set, and is a statement about
/// the batch as a whole: single pictures may differ from each other, as real ones do.
public struct BatchNormPrior {
  /// A variance below it counts as this much: a channel that was always silent has none.
  static let smallestVariance: Float = 1e-3
  /// What a channel's variance costs at most, so that one channel does not outweigh all others.
  static let largestCost: Float = 100

  /// S of what entered the batch norms, a single number.
  public static func value(of norms: NormInputs) -> Tensor {
    precondition(!norms.inputs.isEmpty, "a network without batch norm has no batch-norm prior")
    let costs = norms.inputs.map { norm, input in
      let (mean, variance) = input.channelMoments()
      let usual = norm.runningVariance.value.clamped(to: smallestVariance ... .infinity)
      let shift = (mean - norm.runningMean.value).square() / usual
      let stretch = (variance / usual - 1).square().clamped(to: 0...largestCost)
      return (shift + stretch * 0.25).mean()
    }
    return costs.dropFirst().reduce(costs[0], +) * (1 / Float(costs.count))
  }

  /// S of pictures `[N, H, W, 3]` in [0, 1], a single number.
  public static func value(of pictures: Tensor, in network: Network) -> Tensor {
    let norms = NormInputs()
    _ = norms.noting { network(pictures) }
    return value(of: norms)
  }
}

extension Network {
  /// Whether it has a batch norm, and so a batch-norm prior.
  public var hasBatchNorm: Bool { descendants.contains { $0.layer is BatchNorm2D } }
}
