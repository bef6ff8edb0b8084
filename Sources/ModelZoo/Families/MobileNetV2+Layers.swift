import Autograd
import NeuralNetworks

/// MobileNetV2: inverted residuals around depthwise convolutions (Sandler et al., 2018).
public struct MobileNetV2: Sendable {
  /// Factor of all widths.
  public let width: Double
  /// Pixels from one output of the first convolution to the next.
  public let firstStride: Int

  /// A network of a width; 1, and a first stride of 2, are the authors' usual ones.
  public init(width: Double, firstStride: Int = 2) {
    self.width = width
    self.firstStride = firstStride
  }

  /// The layers with random weights, named as in torchvision: `features.0.0`, …, `classifier.1`.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    // Table 2: expansion, channels, repeats, stride of the first.
    let table = [
      (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ]
    func scaled(_ channels: Int) -> Int { channels.scaled(by: width) }
    var channels = scaled(32)
    var features: [any Layer] = [
      Sequential.normalizedConvolution(
        3, channels, kernel: 3, stride: firstStride, activation: ReLU6(), random: &random)
    ]
    for (expansion, base, repeats, stride) in table {
      for index in 0..<repeats {
        features.append(
          InvertedResidual(
            channels, scaled(base), expansion: expansion, stride: index == 0 ? stride : 1, random: &random))
        channels = scaled(base)
      }
    }
    let last = width > 1 ? scaled(1280) : 1280
    features.append(
      Sequential.normalizedConvolution(channels, last, kernel: 1, activation: ReLU6(), random: &random))
    return Sequential([
      ("features", Sequential(numbered: features)), ("avgpool", GlobalAveragePool()),
      ("classifier", Sequential(numbered: [Dropout(0.2, seed: 1), Linear(last, classes, random: &random)])),
    ])
  }
}

/// x + F(x), or F(x) where the size changes: F widens the channels, convolves each alone, and narrows them again.
struct InvertedResidual: Layer {
  let layers: Sequential
  let keepsSize: Bool

  init(_ inputs: Int, _ outputs: Int, expansion: Int, stride: Int, random: inout RandomSource) {
    let hidden = inputs * expansion
    var layers: [any Layer] = []
    if expansion > 1 {
      layers.append(
        Sequential.normalizedConvolution(inputs, hidden, kernel: 1, activation: ReLU6(), random: &random))
    }
    layers.append(
      Sequential.normalizedConvolution(
        hidden, hidden, kernel: 3, stride: stride, groups: hidden, activation: ReLU6(), random: &random))
    layers.append(Convolution2D(hidden, outputs, kernel: 1, bias: false, random: &random))
    layers.append(BatchNorm2D(outputs))
    self.layers = Sequential(numbered: layers)
    keepsSize = stride == 1 && inputs == outputs
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    keepsSize ? layers(input, mode, plus: input) : layers(input, mode)
  }

  var children: [(name: String, layer: any Layer)] { [("conv", layers)] }
}

extension InvertedResidual: WindowLayer {
  func receptiveField(after field: ReceptiveField) -> ReceptiveField? { layers.receptiveField(after: field) }
}
