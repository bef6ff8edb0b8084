import Imaging

extension Architecture {
  /// Three convolutions for pictures of 32×32: a target for what a larger network knows, with a twentieth of the values of
  /// `mini-vgg` and a tenth of its multiplications.
  public static let nanoVGG = Architecture(
    name: "nano-vgg", preprocessing: Preprocessing(side: 32), publishedClassCount: 16, publishedParameterCount: 24_736,
    python: {
      vggPython(
        widths: #"16, "pool", 32, "pool", 64"#, pool: "nn.AdaptiveAvgPool2d(1), nn.Flatten()", features: "channels",
        classes: $0)
    }
  ) { classes, random in
    VGG(
      stages: [.init(16, convolutions: 1), .init(32, convolutions: 1), .init(64, convolutions: 1, pooled: false)],
      normalized: true, head: .linear
    ).layers(classes: classes, random: &random)
  }
}
