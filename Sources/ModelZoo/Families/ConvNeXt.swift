import Autograd
import NeuralNetworks

/// ConvNeXt: a convolutional network that is built like a vision transformer (Liu et al., 2022).
///
/// Patches of 4×4 pixels, then stages of blocks with a layer norm and a convolution of stride 2 between them.
public struct ConvNeXt: Sendable {
  /// Channels of each stage.
  public let widths: [Int]
  /// Blocks of each stage.
  public let blocks: [Int]

  /// A network of stages.
  public init(widths: [Int], blocks: [Int]) {
    precondition(widths.count == blocks.count && !widths.isEmpty, "\(widths.count) widths for \(blocks.count) stages")
    self.widths = widths
    self.blocks = blocks
  }

  /// The layers with random weights, named as in torchvision: `features.0.0`, …, `classifier.0`, `classifier.2`.
  ///
  /// Block i of n is left out for 0.1 · i / (n − 1) of the pictures in training.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    let last = max(1, blocks.reduce(0, +) - 1)
    var done = 0
    var features: [any Layer] = []
    for (stage, width) in widths.enumerated() {
      features.append(
        stage == 0
          ? Sequential(numbered: [Convolution2D(3, width, kernel: 4, stride: 4, random: &random), LayerNorm(width)])
          : Sequential(numbered: [
            LayerNorm(widths[stage - 1]),
            Convolution2D(widths[stage - 1], width, kernel: 2, stride: 2, random: &random),
          ]))
      var layers: [any Layer] = []
      for _ in 0..<blocks[stage] {
        layers.append(
          ConvNeXtBlock(width, dropping: 0.1 * Float(done) / Float(last), seed: UInt64(done), random: &random))
        done += 1
      }
      features.append(Sequential(numbered: layers))
    }
    let width = widths[widths.count - 1]
    return Sequential([
      ("features", Sequential(numbered: features)), ("avgpool", GlobalAveragePool()),
      ("classifier", Sequential(numbered: [LayerNorm(width), Flatten(), Linear(width, classes, random: &random)])),
    ])
  }
}

/// x + scale · F(x): F convolves each channel alone with 7×7 pixels, normalises, and takes every pixel through two linear
/// layers with a GELU between them, the first of four times the width (figure 4 of the paper).
struct ConvNeXtBlock: Layer {
  private let convolution: Convolution2D
  let layers: Sequential
  let scale: Parameter
  private let depth: StochasticDepth

  init(_ width: Int, dropping: Float, seed: UInt64, random: inout RandomSource) {
    convolution = Convolution2D(width, width, kernel: 7, padding: 3, groups: width, random: &random)
    // 1 and 6 are PyTorch's changes between channels first and channels last, of which there is no need here.
    layers = Sequential([
      ("0", convolution), ("2", LayerNorm(width)), ("3", Linear(width, 4 * width, random: &random)), ("4", GELU()),
      ("5", Linear(4 * width, width, random: &random)),
    ])
    scale = Parameter(Tensor(shape: [width, 1, 1], filledWith: 1e-6))
    depth = StochasticDepth(dropping, seed: seed)
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input + depth(layers(input, mode) * scale.value.reshaped([input.shape[3]]), mode)
  }

  var children: [(name: String, layer: any Layer)] { [("block", layers), ("stochastic_depth", depth)] }

  var state: [(name: String, parameter: Parameter)] { [("layer_scale", scale)] + childState }
}

extension ConvNeXtBlock: WindowLayer {
  func receptiveField(after field: ReceptiveField) -> ReceptiveField? { convolution.receptiveField(after: field) }
}
