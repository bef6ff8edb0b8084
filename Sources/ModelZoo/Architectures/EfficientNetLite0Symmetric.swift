extension Architecture {
  /// timm's own EfficientNet-Lite0, which is called `efficientnet_lite0` there: trained anew, on ImageNet's scale, with as many
  /// zeros on all sides. Its weights are named like the authors', so that only timm's configuration tells them apart.
  public static let efficientNetLite0Symmetric = tensorFlow(
    "efficientnet_lite0-symmetric", TensorFlowEfficientNet(isLite: true, isTimms: true),
    publishedParameterCount: 4_652_008, timmName: "efficientnet_lite0")
}
