extension Architecture {
  /// EfficientNet-B0 as its authors published it (Tan and Le, 2019), padded as TensorFlow pads.
  public static let tensorFlowEfficientNetB0 = tensorFlow(
    "tf_efficientnet_b0", TensorFlowEfficientNet(isLite: false), publishedParameterCount: 5_288_548,
    timmName: "tf_efficientnet_b0")
}
