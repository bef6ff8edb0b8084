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

/// What is added behind the last layer of a sequence, and what is done to the sum.
struct FusedSum {
  let addend: Tensor
  let rectification: Rectification
}

/// Layers at the start of a sequence that are computed together: a convolution, a batch norm, an activation or a sum.
struct FusedRun {
  private let convolution: Convolution2D?
  private let norm: BatchNorm2D?
  private let rectification: Rectification
  private let sum: FusedSum?

  /// How many layers they are.
  let count: Int
  /// Whether the sum is among what is done.
  var takesSum: Bool { sum != nil }

  /// `nil` where the first layer is neither a convolution nor a batch norm.
  init?(_ layers: [any Layer], _ mode: Mode, sum: FusedSum?) {
    var rest = layers[...]
    let convolution = rest.first as? Convolution2D
    if convolution != nil { rest.removeFirst() }
    let norm = rest.first as? BatchNorm2D
    // A batch's own statistics are known only after the convolution, and so is what somebody wants to see.
    let isFolded = NormInputs.current == nil
    let joins = norm.map { convolution == nil || isFolded && (mode == .inference || $0.isFrozen) } ?? false
    self.convolution = convolution
    self.norm = joins ? norm : nil
    if joins { rest.removeFirst() }
    guard convolution != nil || joins else { return nil }
    let activation = norm == nil || joins ? rest.first as? any FusableActivation : nil
    if activation != nil { rest.removeFirst() }
    rectification = activation?.rectification ?? .none
    count = layers.count - rest.count
    self.sum = rest.isEmpty && activation == nil && convolution != nil ? sum : nil
  }

  /// The layers' output; `nil` where a gradient would be lost.
  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor? {
    if let convolution { return convolution.fused(norm, input, sum, rectification) }
    return norm?(input, mode, rectification)
  }
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
  /// Convolution, batch norm at its running statistics, sum and activation in one pass.
  ///
  /// The folded weights are kept until a value changes. `nil` where a gradient with respect to any of the parameters is
  /// wanted, since it would be lost.
  func fused(_ norm: BatchNorm2D?, _ input: Tensor, _ sum: FusedSum?, _ rectification: Rectification) -> Tensor? {
    guard let norm else { return convolved(input, weight.value, bias?.value, sum, rectification) }
    let learnt = [weight, norm.weight, norm.bias] + (bias.map { [$0] } ?? [])
    guard learnt.allSatisfy({ !$0.isTrainable }) else { return nil }
    if weight.folded?.isCurrent(self, norm) != true { weight.folded = FoldedConvolution(self, norm) }
    guard let folded = weight.folded else { return nil }
    return convolved(input, folded.weight, folded.bias, sum, rectification)
  }

  func convolved(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ sum: FusedSum?, _ rectification: Rectification
  ) -> Tensor {
    input.convolved(
      weight: weight, bias: bias, stride: stride, padding: padding, groups: groups, plus: sum?.addend,
      rectification: sum?.rectification ?? rectification)
  }
}
