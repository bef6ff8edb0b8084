extension Architecture {
  /// ResNet-50 (He et al., 2016, table 1).
  public static let resnet50 = resnet(
    "resnet50", blocks: [3, 4, 6, 3], bottlenecks: true, publishedParameterCount: 25_557_032)
}
