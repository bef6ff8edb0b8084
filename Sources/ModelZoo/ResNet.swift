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
  /// ResNet-20 for CIFAR and other small pictures: 269,722 values with ten classes.
  public static let resnet20 = Architecture(name: "resnet20", inputSize: 32) { classes, random in
    ResNet.small(blocksPerStage: 3, classes: classes, random: &random)
  }

  /// ResNet-18: 11,689,512 values with a thousand classes.
  public static let resnet18 = resnet("resnet18", blocks: [2, 2, 2, 2], bottlenecks: false)
  /// ResNet-34: 21,797,672 values with a thousand classes.
  public static let resnet34 = resnet("resnet34", blocks: [3, 4, 6, 3], bottlenecks: false)
  /// ResNet-50: 25,557,032 values with a thousand classes.
  public static let resnet50 = resnet("resnet50", blocks: [3, 4, 6, 3], bottlenecks: true)
  /// ResNet-101: 44,549,160 values with a thousand classes.
  public static let resnet101 = resnet("resnet101", blocks: [3, 4, 23, 3], bottlenecks: true)
  /// ResNet-152: 60,192,808 values with a thousand classes.
  public static let resnet152 = resnet("resnet152", blocks: [3, 8, 36, 3], bottlenecks: true)

  private static func resnet(_ name: String, blocks: [Int], bottlenecks: Bool) -> Architecture {
    Architecture(name: name, inputSize: 224) { classes, random in
      ResNet.large(blocks: blocks, bottlenecks: bottlenecks, classes: classes, random: &random)
    }
  }
}
