extension Architecture {
  /// The course's own small VGG for pictures of 64×64: 455,728 values with sixteen classes.
  public static let miniVGG = Architecture(name: "mini-vgg", inputSize: 64) { classes, random in
    VGG(
      stages: [
        .init(32, convolutions: 1), .init(64, convolutions: 2), .init(96, convolutions: 2),
        .init(128, convolutions: 2, pooled: false),
      ], normalized: true, head: .linear
    ).layers(classes: classes, random: &random)
  }

  /// VGG-11, column A of the paper's table 1: 132,863,336 values with a thousand classes.
  public static let vgg11 = vgg("vgg11", convolutions: [1, 1, 2, 2, 2], normalized: false)
  /// VGG-13, column B: 133,047,848 values with a thousand classes.
  public static let vgg13 = vgg("vgg13", convolutions: [2, 2, 2, 2, 2], normalized: false)
  /// VGG-16, column D: 138,357,544 values with a thousand classes.
  public static let vgg16 = vgg("vgg16", convolutions: [2, 2, 3, 3, 3], normalized: false)
  /// VGG-19, column E: 143,667,240 values with a thousand classes.
  public static let vgg19 = vgg("vgg19", convolutions: [2, 2, 4, 4, 4], normalized: false)

  /// VGG-11 with batch norm: 132,868,840 values with a thousand classes.
  public static let vgg11BN = vgg("vgg11_bn", convolutions: [1, 1, 2, 2, 2], normalized: true)
  /// VGG-13 with batch norm: 133,053,736 values with a thousand classes.
  public static let vgg13BN = vgg("vgg13_bn", convolutions: [2, 2, 2, 2, 2], normalized: true)
  /// VGG-16 with batch norm: 138,365,992 values with a thousand classes.
  public static let vgg16BN = vgg("vgg16_bn", convolutions: [2, 2, 3, 3, 3], normalized: true)
  /// VGG-19 with batch norm: 143,678,248 values with a thousand classes.
  public static let vgg19BN = vgg("vgg19_bn", convolutions: [2, 2, 4, 4, 4], normalized: true)

  /// Five stages of so many convolutions, of 64, 128, 256, 512 and 512 channels, for pictures of 224×224.
  private static func vgg(_ name: String, convolutions: [Int], normalized: Bool) -> Architecture {
    let stages = zip([64, 128, 256, 512, 512], convolutions).map { VGG.Stage($0, convolutions: $1) }
    return Architecture(name: name, inputSize: 224) { classes, random in
      VGG(stages: stages, normalized: normalized, head: .original).layers(classes: classes, random: &random)
    }
  }
}
