import Autograd
import NeuralNetworks

/// EfficientNet as its authors have it in TensorFlow (Tan and Le, 2019): padded as `SAME` pads, with ε = 0.001 in its batch norms.
///
/// The layers are named as in timm (Wightman, 2019): `conv_stem`, `bn1`, `blocks.0.0.conv_dw`, …, `classifier`. The running
/// statistics follow a batch as quickly as PyTorch's usually do, and as in timm: the authors' slower pace, 0.01, is meant for
/// hundreds of epochs, and after a short training would leave the statistics where they began.
///
/// The Lite networks (Liu, 2020) are for machines without fast gates: they have none, ReLU6 instead of SiLU, and a first and a last
/// convolution, and first and last blocks, of one size in all of them.
public struct TensorFlowEfficientNet: Sendable {
  /// Factors of all widths, and of the number of blocks of each stage.
  let width, depth: Double
  /// The share of features that are dropped before the head in training.
  let dropout: Float
  /// Whether it is one of the Lite networks.
  let isLite: Bool
  /// Whether it is one that timm trained itself, with as many zeros on all sides and PyTorch's usual ε.
  let isTimms: Bool

  /// A network of a size.
  init(width: Double = 1, depth: Double = 1, dropout: Float = 0.2, isLite: Bool, isTimms: Bool = false) {
    self.width = width
    self.depth = depth
    self.dropout = dropout
    self.isLite = isLite
    self.isTimms = isTimms
  }

  /// The blocks of each stage.
  var blockCounts: [Int] {
    let stages = EfficientNet.b0.map(\.blocks)
    return stages.indices.map { index in
      let isKept = isLite && (index == 0 || index == stages.count - 1)
      return isKept ? stages[index] : Int((depth * Double(stages[index])).rounded(.up))
    }
  }

  /// The layers with random weights.
  ///
  /// Block i of n is left out for 0.2 · i / n of the pictures in training.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    let (counts, ends) = (blockCounts, isLite ? 1 : width)
    let last = 1280.scaled(by: ends)
    var (channels, done) = (32.scaled(by: ends), 0)
    let stem = convolution(3, channels, kernel: 3, stride: 2, random: &random)
    var stages: [any Layer] = []
    for (stage, count) in zip(EfficientNet.b0, counts) {
      var blocks: [any Layer] = []
      for index in 0..<count {
        let outputs = stage.channels.scaled(by: width)
        let depth = StochasticDepth(0.2 * Float(done) / Float(counts.reduce(0, +)), seed: UInt64(done))
        blocks.append(block(channels, outputs, stage, isFirst: index == 0, depth: depth, random: &random))
        (channels, done) = (outputs, done + 1)
      }
      stages.append(Sequential(numbered: blocks))
    }
    return Sequential(
      [
        ("conv_stem", stem), ("bn1", norm(stem)), ("act1", activation), ("blocks", Sequential(numbered: stages)),
      ] + head(channels, last, classes, &random))
  }

  private func head(
    _ channels: Int, _ last: Int, _ classes: Int, _ random: inout RandomSource
  ) -> [(name: String, layer: any Layer)] {
    let convolution = convolution(channels, last, kernel: 1, random: &random)
    return [
      ("conv_head", convolution), ("bn2", norm(convolution)), ("act2", activation),
      ("global_pool", GlobalAveragePool()),
      ("dropout", Dropout(dropout, seed: 1)), ("classifier", Linear(last, classes, random: &random)),
    ]
  }

  private func block(
    _ inputs: Int, _ outputs: Int, _ stage: EfficientNet.Stage, isFirst: Bool, depth: StochasticDepth,
    random: inout RandomSource
  ) -> MobileBlock {
    let (hidden, stride) = (inputs * stage.expansion, isFirst ? stage.stride : 1)
    var layers: [(name: String, layer: any Layer)] = []
    var norms = 0
    func append(_ name: String, _ convolution: Convolution2D, activated: Bool) {
      norms += 1
      layers += [(name, convolution), ("bn\(norms)", norm(convolution))]
      if activated { layers.append(("act\(norms)", activation)) }
    }
    let widens = stage.expansion > 1
    if widens { append("conv_pw", convolution(inputs, hidden, kernel: 1, random: &random), activated: true) }
    let depthwise = convolution(
      hidden, hidden, kernel: stage.kernel, stride: stride, groups: hidden, random: &random)
    append("conv_dw", depthwise, activated: true)
    if !isLite {
      let gate = SqueezeExcitation(
        hidden, squeezed: max(1, inputs / 4), names: ("conv_reduce", "conv_expand"), random: &random)
      layers.append(("se", gate))
    }
    let narrowing = convolution(hidden, outputs, kernel: 1, random: &random)
    append(widens ? "conv_pwl" : "conv_pw", narrowing, activated: false)
    return MobileBlock(layers: Sequential(layers), keepsSize: stride == 1 && inputs == outputs, depth: depth)
  }

  private var activation: any Layer { isLite ? ReLU6() : SiLU() }

  private func norm(_ convolution: Convolution2D) -> BatchNorm2D {
    BatchNorm2D(convolution.weight.value.shape[0], epsilon: isTimms ? 1e-5 : 1e-3)
  }

  private func convolution(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, groups: Int = 1, random: inout RandomSource
  ) -> Convolution2D {
    Convolution2D(
      inputs, outputs, kernel: kernel, stride: stride, padding: isTimms ? .zeros(kernel / 2) : .same, groups: groups,
      bias: false, random: &random)
  }
}

/// x + F(x), or F(x) where the size changes: F widens the channels, convolves each alone, perhaps gates them, and narrows them
/// again.
struct MobileBlock: Layer {
  let layers: Sequential
  let keepsSize: Bool
  let depth: StochasticDepth

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard keepsSize else { return layers(input, mode) }
    return mode == .inference ? layers(input, mode, plus: input) : input + depth(layers(input, mode), mode)
  }

  var children: [(name: String, layer: any Layer)] { layers.layers + [("drop_path", depth)] }
}

extension MobileBlock: WindowLayer {
  func receptiveField(after field: ReceptiveField) -> ReceptiveField? { layers.receptiveField(after: field) }
}
