import Imaging

extension Architecture {
  /// The course's own small VGG for pictures of 64×64.
  public static let miniVGG = Architecture(
    name: "mini-vgg", preprocessing: Preprocessing(side: 64), publishedClassCount: 16, publishedParameterCount: 455_728,
    python: { classes in
      """
      layers, channels = [], 3
      for width in [32, "pool", 64, 64, "pool", 96, 96, "pool", 128, 128]:
          if width == "pool":
              layers.append(nn.MaxPool2d(2))
          else:
              layers += [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
              channels = width
      network = nn.Sequential()
      network.features = nn.Sequential(*layers)
      network.avgpool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
      network.classifier = nn.Linear(channels, \(classes))
      """
    }
  ) { classes, random in
    VGG(
      stages: [
        .init(32, convolutions: 1), .init(64, convolutions: 2), .init(96, convolutions: 2),
        .init(128, convolutions: 2, pooled: false),
      ], normalized: true, head: .linear
    ).layers(classes: classes, random: &random)
  }
}
