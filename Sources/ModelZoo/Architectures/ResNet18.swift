extension Architecture {
  /// ResNet-18 (He et al., 2016, table 1).
  public static let resnet18 = resnet(
    "resnet18", blocks: [2, 2, 2, 2], bottlenecks: false, publishedParameterCount: 11_689_512)
}
