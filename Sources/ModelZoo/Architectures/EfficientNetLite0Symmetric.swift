extension Architecture {
  /// timm's own EfficientNet-Lite0: trained anew, on ImageNet's scale, with as many zeros on all sides.
  ///
  /// It is called `efficientnet_lite0` there. Its weights have the names of the authors' network, so that only timm's
  /// configuration tells them apart.
  public static let efficientNetLite0Symmetric = tensorFlow(
    "efficientnet_lite0-symmetric", TensorFlowEfficientNet(isLite: true, isTimms: true),
    publishedParameterCount: 4_652_008, timmName: "efficientnet_lite0")
}
