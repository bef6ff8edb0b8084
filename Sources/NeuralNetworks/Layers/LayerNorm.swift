import Autograd

/// Layer normalisation over the channels of each pixel or token (Ba et al., 2016): y = γ · (x − μ) / √(σ² + ε) + β.
///
/// Unlike batch norm it knows no other pictures, keeps no statistics, and does the same in training and at inference.
public struct LayerNorm: Layer {
  /// γ and β, the scale and shift that are learnt, `[C]`.
  public let weight, bias: Parameter
  /// Added to the variance before its root is taken.
  public let epsilon: Float

  /// A layer that starts with a scale of 1 and a shift of 0.
  public init(_ channels: Int, epsilon: Float = 1e-6) {
    weight = Parameter(Tensor(shape: [channels], filledWith: 1))
    bias = Parameter(Tensor(shape: [channels], filledWith: 0))
    self.epsilon = epsilon
  }

  /// `[…, C]`, normalised along the last axis.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.layerNormalized(weight: weight.value, bias: bias.value, epsilon: epsilon)
  }

  /// `weight` and `bias`.
  public var state: [(name: String, parameter: Parameter)] {
    [("weight", weight), ("bias", bias)]
  }
}
