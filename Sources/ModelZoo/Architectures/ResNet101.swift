extension Architecture {
  /// ResNet-101 (He et al., 2016, table 1).
  public static let resnet101 = resnet(
    "resnet101", blocks: [3, 4, 23, 3], bottlenecks: true, publishedParameterCount: 44_549_160)
}
