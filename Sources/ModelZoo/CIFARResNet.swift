import Autograd
import NeuralNetworks

/// The residual networks for small pictures: a convolution, three stages of 16, 32 and 64 channels, a linear head
/// (He et al., 2016, section 4.2).
public struct CIFARResNet: Sendable {
  /// Blocks in each stage: 3 make ResNet-20, 9 make ResNet-56.
  public let blocksPerStage: Int

  /// A network with that many blocks in each stage.
  public init(blocksPerStage: Int) {
    self.blocksPerStage = blocksPerStage
  }

  /// The layers with random weights: `conv1`, `bn1`, `layer1.0.conv1`, …, `linear`.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    var channels = 16
    var layers: [(name: String, layer: any Layer)] = [
      ("conv1", Convolution2D(3, channels, kernel: 3, padding: 1, bias: false, random: &random)),
      ("bn1", BatchNorm2D(channels)),
      ("relu", ReLU()),
    ]
    for (stage, width) in [16, 32, 64].enumerated() {
      let blocks = (0..<blocksPerStage).map { index in
        defer { channels = width }
        return CIFARResidualBlock(channels, width, stride: stage > 0 && index == 0 ? 2 : 1, random: &random)
      }
      layers.append(("layer\(stage + 1)", Sequential(numbered: blocks)))
    }
    layers.append(("avgpool", GlobalAveragePool()))
    layers.append(("linear", Linear(channels, classes, random: &random)))
    return Sequential(layers)
  }
}

/// relu(x + F(x)) with F two convolutions, each with batch norm.
///
/// Where F changes the size, x is subsampled and the new channels are zero: shortcuts without parameters, option A of
/// He et al. (2016).
struct CIFARResidualBlock: Layer {
  let conv1, conv2: Convolution2D
  let bn1, bn2: BatchNorm2D
  let newChannels: Int

  init(_ inputs: Int, _ outputs: Int, stride: Int, random: inout RandomSource) {
    conv1 = Convolution2D(inputs, outputs, kernel: 3, stride: stride, padding: 1, bias: false, random: &random)
    bn1 = BatchNorm2D(outputs)
    conv2 = Convolution2D(outputs, outputs, kernel: 3, padding: 1, bias: false, random: &random)
    bn2 = BatchNorm2D(outputs)
    newChannels = outputs - inputs
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let residual = Sequential([("conv1", conv1), ("bn1", bn1), ("relu", ReLU()), ("conv2", conv2), ("bn2", bn2)])
    return (shortcut(input) + residual(input, mode)).relu()
  }

  private func shortcut(_ input: Tensor) -> Tensor {
    guard conv1.stride > 1 || newChannels > 0 else { return input }
    return input.everyOther(conv1.stride, along: 1).everyOther(conv1.stride, along: 2)
      .padded(before: newChannels / 2, after: newChannels - newChannels / 2, along: 3)
  }

  var state: [(name: String, parameter: Parameter)] {
    [("conv1", conv1 as any Layer), ("bn1", bn1), ("conv2", conv2), ("bn2", bn2)].flatMap { name, layer in
      layer.state.map { ("\(name).\($0.name)", $0.parameter) }
    }
  }
}

extension Architecture {
  /// ResNet-20 for CIFAR and other small pictures: 269,722 values with ten classes.
  public static let resnet20 = Architecture(name: "resnet20", inputSize: 32) { classes, random in
    CIFARResNet(blocksPerStage: 3).layers(classes: classes, random: &random)
  }
}
