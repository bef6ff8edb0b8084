import Autograd

/// A convolution over pictures `[N, H, W, in]`, giving `[N, H′, W′, out]`.
public struct Convolution2D: Layer {
  /// The kernels, `[out, in / groups, kernel, kernel]`.
  public let weight: Parameter
  /// One number per output channel, `[out]`, where the layer has one.
  public let bias: Parameter?
  /// Pixels from one output to the next.
  public let stride: Int
  /// Zeros around the picture.
  public let padding: Padding
  /// Groups of channels that are convolved apart; as many as there are channels is a depthwise convolution.
  public let groups: Int

  /// A layer with He-normal weights (He et al., 2015) and zero bias.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Padding = 0, groups: Int = 1,
    bias: Bool = true, random: inout RandomSource
  ) {
    weight = Parameter(.heNormal(shape: [outputs, inputs / groups, kernel, kernel], random: &random))
    self.bias = bias ? Parameter(Tensor(shape: [outputs], filledWith: 0)) : nil
    self.stride = stride
    self.padding = padding
    self.groups = groups
  }

  /// A layer like this one for pictures of one channel, with He-normal weights of its own.
  public func withOneInputChannel(random: inout RandomSource) -> Convolution2D {
    let shape = weight.value.shape
    return Convolution2D(
      1, shape[0], kernel: shape[2], stride: stride, padding: padding, bias: bias != nil, random: &random)
  }

  /// The convolution of a batch.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    convolved(input, weight.value, bias?.value, nil, .none)
  }

  /// `weight`, and `bias` where there is one.
  public var state: [(name: String, parameter: Parameter)] {
    [("weight", weight)] + (bias.map { [("bias", $0)] } ?? [])
  }
}
