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

  /// What turns features into logits.
  public enum Head: Sendable {
    /// Global average pooling and one linear layer.
    case linear
    /// An average pool to `side`×`side` places, flattened, and one linear layer, which so knows where in the picture a part lies.
    case placed(side: Int)
    /// The authors' own: a 7×7 pool, two layers of 4,096 with dropout, and the last one.
    case original
  }

  /// The stages from the input on.
  public let stages: [Stage]
  /// Whether a batch norm follows each convolution.
  public let normalized: Bool
  /// What turns features into logits.
  public let head: Head

  /// A network of the given stages.
  public init(stages: [Stage], normalized: Bool, head: Head) {
    self.stages = stages
    self.normalized = normalized
    self.head = head
  }

  /// The layers with random weights, named as in torchvision: `features.0`, `features.1`, …, `avgpool`, `classifier`.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    var features: [any Layer] = []
    var channels = 3
    for stage in stages {
      for _ in 0..<stage.convolutions {
        features.append(
          Convolution2D(channels, stage.width, kernel: 3, padding: 1, bias: hasBias, random: &random))
        if normalized { features.append(BatchNorm2D(stage.width)) }
        features.append(ReLU())
        channels = stage.width
      }
      if stage.pooled { features.append(MaxPool2D(kernel: 2)) }
    }
    return Sequential([("features", Sequential(numbered: features))] + layers(of: head, channels, classes, &random))
  }

  /// A bias is superfluous in front of a batch norm; the authors' networks have it all the same.
  private var hasBias: Bool {
    switch head {
    case .linear, .placed: !normalized
    case .original: true
    }
  }

  private func layers(
    of head: Head, _ channels: Int, _ classes: Int, _ random: inout RandomSource
  ) -> [(name: String, layer: any Layer)] {
    switch head {
    case .linear:
      return [("avgpool", GlobalAveragePool()), ("classifier", Linear(channels, classes, random: &random))]
    case .placed(let side):
      return [
        ("avgpool", AdaptiveAveragePool2D(size: side)), ("flatten", Flatten()),
        ("classifier", Linear(channels * side * side, classes, random: &random)),
      ]
    case .original:
      let width = 4096
      let classifier = Sequential(numbered: [
        Linear(channels * 7 * 7, width, random: &random), ReLU(), Dropout(0.5, seed: 1),
        Linear(width, width, random: &random), ReLU(), Dropout(0.5, seed: 2),
        Linear(width, classes, random: &random),
      ])
      return [("avgpool", AdaptiveAveragePool2D(size: 7)), ("flatten", Flatten()), ("classifier", classifier)]
    }
  }
}

extension Architecture {
  /// A VGG for pictures of 224×224: five stages of so many convolutions, of 64, 128, 256, 512 and 512 channels.
  static func vgg(
    _ name: String, convolutions: [Int], normalized: Bool, publishedParameterCount: Int
  ) -> Architecture {
    let stages = zip([64, 128, 256, 512, 512], convolutions).map { VGG.Stage($0, convolutions: $1) }
    return Architecture(
      name: name, preprocessing: .imageNet, publishedParameterCount: publishedParameterCount, timmName: name,
      weightNames: [VGG.timm]
    ) { classes, random in
      VGG(stages: stages, normalized: normalized, head: .original).layers(classes: classes, random: &random)
    }
  }
}

extension VGG {
  /// timm stores the first two linear layers as convolutions over all of their input.
  fileprivate static let timm = WeightNames(
    mark: "pre_logits.fc1.weight",
    layers: [
      ("pre_logits.fc1.", "classifier.0."), ("pre_logits.fc2.", "classifier.3."), ("head.fc.", "classifier.6."),
    ],
    shape: { name, shape in
      name.hasPrefix("pre_logits.") && shape.count == 4 ? [shape[0], shape[1...].reduce(1, *)] : shape
    })
}
