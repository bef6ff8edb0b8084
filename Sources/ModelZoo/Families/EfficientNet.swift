import Autograd
import NeuralNetworks

/// EfficientNet: inverted residuals whose channels are gated, of a shape found by search (Tan and Le, 2019).
public enum EfficientNet {
  /// One row of table 1: blocks of one kind.
  struct Stage {
    let expansion, kernel, stride, channels, blocks: Int
  }

  /// The seven stages of B0.
  static let b0 = [
    Stage(expansion: 1, kernel: 3, stride: 1, channels: 16, blocks: 1),
    Stage(expansion: 6, kernel: 3, stride: 2, channels: 24, blocks: 2),
    Stage(expansion: 6, kernel: 5, stride: 2, channels: 40, blocks: 2),
    Stage(expansion: 6, kernel: 3, stride: 2, channels: 80, blocks: 3),
    Stage(expansion: 6, kernel: 5, stride: 1, channels: 112, blocks: 3),
    Stage(expansion: 6, kernel: 5, stride: 2, channels: 192, blocks: 4),
    Stage(expansion: 6, kernel: 3, stride: 1, channels: 320, blocks: 1),
  ]

  /// The layers of B0 with random weights, named as in torchvision: `features.0.0`, …, `classifier.1`.
  ///
  /// Block i of 16 is left out for 0.2 · i / 16 of the pictures in training.
  public static func layers(classes: Int, random: inout RandomSource) -> Sequential {
    let total = b0.map(\.blocks).reduce(0, +)
    var (channels, done) = (32, 0)
    var features: [any Layer] = [
      Sequential.normalizedConvolution(3, channels, kernel: 3, stride: 2, activation: SiLU(), random: &random)
    ]
    for stage in b0 {
      var blocks: [any Layer] = []
      for index in 0..<stage.blocks {
        blocks.append(
          GatedInvertedResidual(
            channels, stage.channels, expansion: stage.expansion, kernel: stage.kernel,
            stride: index == 0 ? stage.stride : 1, dropping: 0.2 * Float(done) / Float(total), seed: UInt64(done),
            random: &random))
        (channels, done) = (stage.channels, done + 1)
      }
      features.append(Sequential(numbered: blocks))
    }
    features.append(
      Sequential.normalizedConvolution(channels, 4 * channels, kernel: 1, activation: SiLU(), random: &random))
    return Sequential([
      ("features", Sequential(numbered: features)), ("avgpool", GlobalAveragePool()),
      ("classifier", Sequential(numbered: [Dropout(0.2, seed: 1), Linear(4 * channels, classes, random: &random)])),
    ])
  }
}

/// x + F(x), or F(x) where the size changes: F widens the channels, convolves each alone, gates them, and narrows them again.
///
/// It is called MBConv in the paper. Since the gates come from the whole picture, so does every value behind it.
struct GatedInvertedResidual: Layer {
  let layers: Sequential
  let keepsSize: Bool
  private let depth: StochasticDepth

  init(
    _ inputs: Int, _ outputs: Int, expansion: Int, kernel: Int, stride: Int, dropping: Float, seed: UInt64,
    random: inout RandomSource
  ) {
    let hidden = inputs * expansion
    var layers: [any Layer] = []
    if expansion > 1 {
      layers.append(Sequential.normalizedConvolution(inputs, hidden, kernel: 1, activation: SiLU(), random: &random))
    }
    layers.append(
      Sequential.normalizedConvolution(
        hidden, hidden, kernel: kernel, stride: stride, groups: hidden, activation: SiLU(), random: &random))
    layers.append(SqueezeExcitation(hidden, squeezed: max(1, inputs / 4), random: &random))
    layers.append(Sequential.normalizedConvolution(hidden, outputs, kernel: 1, activation: nil, random: &random))
    self.layers = Sequential(numbered: layers)
    keepsSize = stride == 1 && inputs == outputs
    depth = StochasticDepth(dropping, seed: seed)
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard keepsSize else { return layers(input, mode) }
    return mode == .inference ? layers(input, mode, plus: input) : input + depth(layers(input, mode), mode)
  }

  var children: [(name: String, layer: any Layer)] { [("block", layers), ("stochastic_depth", depth)] }
}
