import Autograd
import NeuralNetworks

/// The residual networks (He et al., 2016).
public enum ResNet {
  /// For small pictures: one convolution, three stages of 16, 32 and 64 channels, a linear head (section 4.2).
  ///
  /// 3 blocks a stage make ResNet-20, 9 make ResNet-56. Layers are called `conv1`, `bn1`, `layer1.0.conv1`, …, `linear`.
  public static func small(blocksPerStage: Int, classes: Int, random: inout RandomSource) -> Sequential {
    var channels = 16
    var layers: [(name: String, layer: any Layer)] = [
      ("conv1", Convolution2D(3, channels, kernel: 3, padding: 1, bias: false, random: &random)),
      ("bn1", BatchNorm2D(channels)), ("relu", ReLU()),
    ]
    for (stage, width) in [16, 32, 64].enumerated() {
      let blocks = (0..<blocksPerStage).map { index in
        defer { channels = width }
        return ResidualBlock.basic(
          channels, width, stride: stage > 0 && index == 0 ? 2 : 1, projects: false, random: &random)
      }
      layers.append(("layer\(stage + 1)", Sequential(numbered: blocks)))
    }
    return Sequential(
      layers + [("avgpool", GlobalAveragePool()), ("linear", Linear(channels, classes, random: &random))])
  }

  /// For pictures of 224×224: a 7×7 convolution and a pool, four stages, a linear head called `fc` (table 1).
  ///
  /// Blocks are two 3×3 convolutions, or bottlenecks of four times the width.
  public static func large(
    blocks: [Int], bottlenecks: Bool, classes: Int, random: inout RandomSource
  ) -> Sequential {
    var channels = 64
    var layers: [(name: String, layer: any Layer)] = [
      ("conv1", Convolution2D(3, channels, kernel: 7, stride: 2, padding: 3, bias: false, random: &random)),
      ("bn1", BatchNorm2D(channels)), ("relu", ReLU()), ("maxpool", MaxPool2D(kernel: 3, stride: 2, padding: 1)),
    ]
    for (stage, count) in blocks.enumerated() {
      let width = (64 << stage) * (bottlenecks ? 4 : 1)
      let blocks = (0..<count).map { index in
        defer { channels = width }
        let stride = stage > 0 && index == 0 ? 2 : 1
        return bottlenecks
          ? ResidualBlock.bottleneck(channels, width, stride: stride, random: &random)
          : ResidualBlock.basic(channels, width, stride: stride, projects: true, random: &random)
      }
      layers.append(("layer\(stage + 1)", Sequential(numbered: blocks)))
    }
    return Sequential(layers + [("avgpool", GlobalAveragePool()), ("fc", Linear(channels, classes, random: &random))])
  }
}

extension Architecture {
  /// A residual network for pictures of 224×224, of so many blocks a stage; timm gives it and its weights the same names.
  static func resnet(
    _ name: String, blocks: [Int], bottlenecks: Bool, publishedParameterCount: Int
  ) -> Architecture {
    Architecture(
      name: name, preprocessing: .imageNet, publishedParameterCount: publishedParameterCount, timmName: name
    ) { classes, random in
      ResNet.large(blocks: blocks, bottlenecks: bottlenecks, classes: classes, random: &random)
    }
  }
}
