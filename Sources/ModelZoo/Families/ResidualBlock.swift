import Autograd
import NeuralNetworks

/// relu(shortcut(x) + F(x)) with F some convolutions, each with batch norm (He et al., 2016).
struct ResidualBlock: Layer {
  /// How x comes past the convolutions where they change its size.
  enum Shortcut {
    /// As it is.
    case identity
    /// Every `stride`-th pixel, and zeros in the new channels: no parameters, option A of He et al.
    case padded(stride: Int, newChannels: Int)
    /// Through a 1×1 convolution with batch norm, option B.
    case projected(Sequential)
  }

  let residual: Sequential
  let shortcut: Shortcut

  /// Two 3×3 convolutions; the first one has the stride.
  static func basic(
    _ inputs: Int, _ outputs: Int, stride: Int, projects: Bool, random: inout RandomSource
  ) -> ResidualBlock {
    let residual = Sequential([
      ("conv1", Convolution2D(inputs, outputs, kernel: 3, stride: stride, padding: 1, bias: false, random: &random)),
      ("bn1", BatchNorm2D(outputs)), ("relu", ReLU()),
      ("conv2", Convolution2D(outputs, outputs, kernel: 3, padding: 1, bias: false, random: &random)),
      ("bn2", BatchNorm2D(outputs)),
    ])
    let shortcut = shortcut(inputs, outputs, stride, projects: projects, &random)
    return ResidualBlock(residual: residual, shortcut: shortcut)
  }

  /// 1×1, 3×3 and 1×1; the one in the middle has the stride and a quarter of the output's width.
  static func bottleneck(
    _ inputs: Int, _ outputs: Int, stride: Int, random: inout RandomSource
  ) -> ResidualBlock {
    let width = outputs / 4
    let residual = Sequential([
      ("conv1", Convolution2D(inputs, width, kernel: 1, bias: false, random: &random)),
      ("bn1", BatchNorm2D(width)), ("relu1", ReLU()),
      ("conv2", Convolution2D(width, width, kernel: 3, stride: stride, padding: 1, bias: false, random: &random)),
      ("bn2", BatchNorm2D(width)), ("relu2", ReLU()),
      ("conv3", Convolution2D(width, outputs, kernel: 1, bias: false, random: &random)),
      ("bn3", BatchNorm2D(outputs)),
    ])
    let shortcut = shortcut(inputs, outputs, stride, projects: true, &random)
    return ResidualBlock(residual: residual, shortcut: shortcut)
  }

  private static func shortcut(
    _ inputs: Int, _ outputs: Int, _ stride: Int, projects: Bool, _ random: inout RandomSource
  ) -> Shortcut {
    guard stride > 1 || inputs != outputs else { return .identity }
    guard projects else { return .padded(stride: stride, newChannels: outputs - inputs) }
    return .projected(
      Sequential(numbered: [
        Convolution2D(inputs, outputs, kernel: 1, stride: stride, bias: false, random: &random), BatchNorm2D(outputs),
      ]))
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let past =
      switch shortcut {
      case .identity: input
      case .padded(let stride, let newChannels):
        input.strided(stride, along: 1).strided(stride, along: 2)
          .padded(before: newChannels / 2, after: newChannels - newChannels / 2, along: 3)
      case .projected(let projection): projection(input, mode)
      }
    return residual(input, mode, plus: past, rectification: .relu)
  }

  var children: [(name: String, layer: any Layer)] {
    guard case .projected(let projection) = shortcut else { return residual.layers }
    return residual.layers + [("downsample", projection)]
  }
}

extension ResidualBlock: WindowLayer {
  /// What the convolutions see, which is more than what comes past them.
  func receptiveField(after field: ReceptiveField) -> ReceptiveField? { residual.receptiveField(after: field) }
}
