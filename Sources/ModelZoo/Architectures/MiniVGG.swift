import Imaging

extension Architecture {
  /// The course's own small VGG for pictures of 64×64.
  public static let miniVGG = Architecture(
    name: "mini-vgg", preprocessing: Preprocessing(side: 64), publishedClassCount: 16, publishedParameterCount: 455_728,
    python: { miniVGGPython(pool: "nn.AdaptiveAvgPool2d(1), nn.Flatten()", features: "channels", classes: $0) }
  ) { classes, random in
    VGG(stages: VGG.miniStages, normalized: true, head: .linear).layers(classes: classes, random: &random)
  }

  /// The lines of Python that make a small VGG whose head is linear in `features` values that `pool` leaves.
  static func miniVGGPython(pool: String, features: String, classes: Int) -> String {
    vggPython(
      widths: #"32, "pool", 64, 64, "pool", 96, 96, "pool", 128, 128"#, pool: pool, features: features, classes: classes
    )
  }

  /// The same for convolutions of the given widths, with a `"pool"` between them.
  static func vggPython(widths: String, pool: String, features: String, classes: Int) -> String {
    """
    layers, channels = [], 3
    for width in [\(widths)]:
        if width == "pool":
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
            channels = width
    network = nn.Sequential()
    network.features = nn.Sequential(*layers)
    network.avgpool = nn.Sequential(\(pool))
    network.classifier = nn.Linear(\(features), \(classes))
    """
  }
}

extension VGG {
  /// The seven convolutions of the course's own small VGG.
  static let miniStages = [
    Stage(32, convolutions: 1), Stage(64, convolutions: 2), Stage(96, convolutions: 2),
    Stage(128, convolutions: 2, pooled: false),
  ]
}
