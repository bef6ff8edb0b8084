import Imaging

extension Architecture {
  /// `mini-vgg` with a head that knows where in the picture a part lies: 4×4 places of each map, flattened.
  ///
  /// An average over the whole picture sees a third ear as it sees the second; this head does not.
  public static let miniVGGPlaced = Architecture(
    name: "mini-vgg-placed", preprocessing: Preprocessing(side: 64), publishedClassCount: 16,
    publishedParameterCount: 486_448,
    python: { miniVGGPython(pool: "nn.AdaptiveAvgPool2d(4), nn.Flatten()", features: "16 * channels", classes: $0) }
  ) { classes, random in
    VGG(stages: VGG.miniStages, normalized: true, head: .placed(side: 4)).layers(classes: classes, random: &random)
  }
}
