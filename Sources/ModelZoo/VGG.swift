import Autograd
import NeuralNetworks

/// The VGG family: 3×3 convolutions in stages of growing width with a max pool after each (Simonyan and Zisserman, 2015).
public struct VGG: Sendable {
  /// A stage: `convolutions` of `width` channels, then perhaps a pool.
  public struct Stage: Sendable {
    let width, convolutions: Int
    let pooled: Bool

    /// A stage of convolutions of one width.
    public init(_ width: Int, convolutions: Int, pooled: Bool = true) {
      self.width = width
      self.convolutions = convolutions
      self.pooled = pooled
    }
  }

  /// The stages from the input on.
  public let stages: [Stage]

  /// A network of the given stages, with batch norm, global average pooling and one linear layer as its head.
  public init(stages: [Stage]) {
    self.stages = stages
  }

  /// The layers with random weights, named as in torchvision: `features.0`, `features.1`, …, `classifier`.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    var features: [any Layer] = []
    var channels = 3
    for stage in stages {
      for _ in 0..<stage.convolutions {
        features.append(Convolution2D(channels, stage.width, kernel: 3, padding: 1, bias: false, random: &random))
        features.append(BatchNorm2D(stage.width))
        features.append(ReLU())
        channels = stage.width
      }
      if stage.pooled { features.append(MaxPool2D(kernel: 2)) }
    }
    return Sequential([
      ("features", Sequential(numbered: features)),
      ("avgpool", GlobalAveragePool()),
      ("classifier", Linear(channels, classes, random: &random)),
    ])
  }
}

extension Architecture {
  /// The course's own small VGG for pictures of 64×64: 455,728 values with sixteen classes.
  public static let miniVGG = Architecture(name: "mini-vgg", inputSize: 64) { classes, random in
    VGG(stages: [
      .init(32, convolutions: 1), .init(64, convolutions: 2), .init(96, convolutions: 2),
      .init(128, convolutions: 2, pooled: false),
    ]).layers(classes: classes, random: &random)
  }
}
