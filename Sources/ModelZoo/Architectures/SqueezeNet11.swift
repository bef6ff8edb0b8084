extension Architecture {
  /// SqueezeNet 1.1 (Iandola et al., 2016); timm does not have it.
  public static let squeezenet = Architecture(
    name: "squeezenet1_1", preprocessing: .imageNet, publishedParameterCount: 1_235_496
  ) { classes, random in
    SqueezeNet.layers(classes: classes, random: &random)
  }
}
