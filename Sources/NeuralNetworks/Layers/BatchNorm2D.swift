import Autograd

/// Batch normalisation per channel (Ioffe and Szegedy, 2015).
///
/// In training the batch's own mean and variance are used, and the running ones follow them:
/// running ← (1 − momentum) · running + momentum · batch. At inference, and always when frozen, the running ones are used
/// and kept.
public struct BatchNorm2D: Layer {
  /// γ and β, the scale and shift that are learnt, `[C]`.
  public let weight, bias: Parameter
  /// The running mean and (unbiased) variance, `[C]`.
  public let runningMean, runningVariance: Parameter
  /// The share of each new batch in the running statistics.
  public let momentum: Float
  /// Added to the variance before its root is taken.
  public let epsilon: Float

  /// A layer that starts as the identity on standardised channels.
  public init(_ channels: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    weight = Parameter(Tensor(shape: [channels], filledWith: 1))
    bias = Parameter(Tensor(shape: [channels], filledWith: 0))
    runningMean = Parameter(Tensor(shape: [channels], filledWith: 0), isStatistic: true)
    runningVariance = Parameter(Tensor(shape: [channels], filledWith: 1), isStatistic: true)
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// Frozen with its parameters: the statistics then stay as they are, too.
  public var isFrozen: Bool { !weight.isTrainable && !bias.isTrainable }

  /// The normalised batch.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    self(input, mode, .none)
  }

  /// The normalised batch, rectified in the same pass.
  func callAsFunction(_ input: Tensor, _ mode: Mode, _ rectification: Rectification) -> Tensor {
    NormInputs.current?.note(input, enters: self)
    guard mode == .training, !isFrozen else {
      return input.batchNormalized(
        mean: runningMean.value, variance: runningVariance.value, weight: weight.value, bias: bias.value,
        epsilon: epsilon, rectification: rectification)
    }
    let (output, mean, variance) = input.batchNormalized(
      weight: weight.value, bias: bias.value, epsilon: epsilon, rectification: rectification)
    runningMean.set(runningMean.value * (1 - momentum) + Tensor(mean) * momentum)
    runningVariance.set(runningVariance.value * (1 - momentum) + Tensor(variance) * momentum)
    return output
  }

  /// Parameters and running statistics under PyTorch's names.
  public var state: [(name: String, parameter: Parameter)] {
    [("weight", weight), ("bias", bias), ("running_mean", runningMean), ("running_var", runningVariance)]
  }
}
