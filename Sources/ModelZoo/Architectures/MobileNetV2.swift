extension Architecture {
  /// MobileNetV2 (Sandler et al., 2018), which comes in other widths, too.
  public static let mobilenetV2 = mobilenetV2(
    width: 1, inputSize: 224, publishedParameterCount: 3_504_872, timmName: "mobilenetv2_100",
    variants: ArchitectureVariants(
      named: { mobilenetV2(named: $0) }, fitting: { mobilenetV2Widths(fitting: $0) }, timmPrefix: "mobilenetv2_"))
}
