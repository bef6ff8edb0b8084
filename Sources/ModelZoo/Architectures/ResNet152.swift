extension Architecture {
  /// ResNet-152 (He et al., 2016, table 1).
  public static let resnet152 = resnet(
    "resnet152", blocks: [3, 8, 36, 3], bottlenecks: true, publishedParameterCount: 60_192_808)
}
