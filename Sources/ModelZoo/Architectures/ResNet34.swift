extension Architecture {
  /// ResNet-34 (He et al., 2016, table 1).
  public static let resnet34 = resnet(
    "resnet34", blocks: [3, 4, 6, 3], bottlenecks: false, publishedParameterCount: 21_797_672)
}
