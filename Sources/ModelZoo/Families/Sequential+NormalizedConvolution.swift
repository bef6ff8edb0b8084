import Autograd
import NeuralNetworks

extension Sequential {
  /// A convolution that keeps the picture's size but for its stride, a batch norm and, if there is one, an activation, called
  /// 0, 1 and 2: the building stone of mobile networks.
  static func normalizedConvolution(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, groups: Int = 1, activation: (any Layer)?,
    random: inout RandomSource
  ) -> Sequential {
    let convolution = Convolution2D(
      inputs, outputs, kernel: kernel, stride: stride, padding: .zeros(kernel / 2), groups: groups, bias: false,
      random: &random)
    return Sequential(numbered: [convolution, BatchNorm2D(outputs)] + (activation.map { [$0] } ?? []))
  }
}
