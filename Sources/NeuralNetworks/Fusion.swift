import Autograd

/// What an activation does to a convolution's results in the same pass.
protocol FusableActivation: Layer {
  var rectification: Rectification { get }
}

extension ReLU: FusableActivation {
  var rectification: Rectification { .relu }
}

extension ReLU6: FusableActivation {
  var rectification: Rectification { .relu6 }
}

/// A convolution's weights with a batch norm folded into them, and what they were made from.
final class FoldedConvolution {
  private let sources: [Tensor]
  let weight, bias: Tensor

  /// With s = γ / √(σ² + ε): w′ = s · w and b′ = β + s · (b − μ).
  init(_ convolution: Convolution2D, _ norm: BatchNorm2D) {
    let scale = norm.weight.value / (norm.runningVariance.value + norm.epsilon).squareRoot()
    let level = convolution.bias.map { $0.value - norm.runningMean.value } ?? -norm.runningMean.value
    let values = convolution.weight.value
    let rows = values.reshaped([values.shape[0], values.count / values.shape[0]])
    sources = FoldedConvolution.sources(convolution, norm)
    weight = (rows * scale.reshaped([scale.count, 1])).reshaped(values.shape)
    bias = norm.bias.value + scale * level
  }

  /// Whether these are still the values of the two layers.
  func isCurrent(_ convolution: Convolution2D, _ norm: BatchNorm2D) -> Bool {
    let current = FoldedConvolution.sources(convolution, norm)
    return current.count == sources.count && zip(current, sources).allSatisfy { $0.isSame(as: $1) }
  }

  private static func sources(_ convolution: Convolution2D, _ norm: BatchNorm2D) -> [Tensor] {
    [convolution.weight, norm.weight, norm.bias, norm.runningMean, norm.runningVariance].map(\.value)
      + (convolution.bias.map { [$0.value] } ?? [])
  }
}

extension Convolution2D {
  /// Convolution, batch norm at its running statistics and activation in one pass.
  ///
  /// The folded weights are kept until a value changes. `nil` where a gradient with respect to any of the parameters is
  /// wanted, since it would be lost.
  func fused(_ norm: BatchNorm2D?, _ rectification: Rectification, _ input: Tensor) -> Tensor? {
    guard let norm else { return convolved(input, weight.value, bias?.value, rectification) }
    let learnt = [weight, norm.weight, norm.bias] + (bias.map { [$0] } ?? [])
    guard learnt.allSatisfy({ !$0.isTrainable }) else { return nil }
    if weight.folded?.isCurrent(self, norm) != true { weight.folded = FoldedConvolution(self, norm) }
    guard let folded = weight.folded else { return nil }
    return convolved(input, folded.weight, folded.bias, rectification)
  }

  func convolved(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ rectification: Rectification
  ) -> Tensor {
    input.convolved(
      weight: weight, bias: bias, stride: stride, padding: padding, groups: groups, rectification: rectification)
  }
}
