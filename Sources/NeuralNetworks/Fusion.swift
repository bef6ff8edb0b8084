import Autograd

extension Convolution2D {
  /// Convolution, batch norm at its running statistics, and perhaps ReLU, in one pass: the norm is folded into the weights.
  ///
  /// With s = γ / √(σ² + ε): w′ = s · w and b′ = β + s · (b − μ). `nil` where a gradient with respect to any of these
  /// parameters is wanted, since it would be lost.
  func folded(_ norm: BatchNorm2D, rectified: Bool, _ input: Tensor) -> Tensor? {
    let learnt = [weight, norm.weight, norm.bias] + (bias.map { [$0] } ?? [])
    guard learnt.allSatisfy({ !$0.isTrainable }) else { return nil }
    let scale = norm.weight.value / (norm.runningVariance.value + norm.epsilon).squareRoot()
    let level = bias.map { $0.value - norm.runningMean.value } ?? -norm.runningMean.value
    return input.convolved(
      weight: weight.value * scale.reshaped([scale.count, 1, 1, 1]), bias: norm.bias.value + scale * level,
      stride: stride, padding: padding, groups: groups, rectified: rectified)
  }
}
