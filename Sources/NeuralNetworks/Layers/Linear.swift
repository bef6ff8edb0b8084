import Autograd

/// The linear map y = x·Wᵀ + b of `[…, in]` to `[…, out]`: of rows, or of every pixel or token.
public struct Linear: Layer {
  /// W, `[out, in]`.
  public let weight: Parameter
  /// b, `[out]`.
  public let bias: Parameter

  /// A layer with He-uniform weights and zero bias.
  public init(_ inputs: Int, _ outputs: Int, random: inout RandomSource) {
    weight = Parameter(.heUniform(shape: [outputs, inputs], gain: 1, random: &random))
    bias = Parameter(Tensor(shape: [outputs], filledWith: 0))
  }

  /// A layer with the given W, `[out, in]`, and b, `[out]`.
  package init(weight: Tensor, bias: Tensor) {
    precondition(
      weight.shape.count == 2 && bias.shape == [weight.shape[0]],
      "a bias \(bias.shape) does not fit weights \(weight.shape)")
    (self.weight, self.bias) = (Parameter(weight), Parameter(bias))
  }

  /// y = x·Wᵀ + b.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.linear(weight: weight.value, bias: bias.value)
  }

  /// `weight` and `bias`.
  public var state: [(name: String, parameter: Parameter)] {
    [("weight", weight), ("bias", bias)]
  }
}
