import Imaging

extension Architecture {
  /// EfficientNet-B0 (Tan and Le, 2019).
  public static let efficientNetB0 = Architecture(
    name: "efficientnet_b0", preprocessing: Preprocessing(side: 224, shorterSide: 256, interpolation: .bicubic),
    publishedParameterCount: 5_288_548, timmName: "efficientnet_b0", weightNames: [timm]
  ) { classes, random in
    EfficientNet.layers(classes: classes, random: &random)
  }

  private static let timm = WeightNames(
    mark: "blocks.0.0.se.conv_reduce.weight",
    layers: WeightNames.stemAndHead(last: 8)
      + WeightNames.blocks([1, 2, 2, 3, 3, 4, 1]) { stage, block, _ in
        let own = "features.\(stage + 1).\(block).block."
        return stage == 0
          ? [
            ("conv_dw", own + "0.0"), ("bn1", own + "0.1"), ("se.conv_reduce", own + "1.fc1"),
            ("se.conv_expand", own + "1.fc2"), ("conv_pw", own + "2.0"), ("bn2", own + "2.1"),
          ]
          : [
            ("conv_pw.", own + "0.0."), ("bn1", own + "0.1"), ("conv_dw", own + "1.0"), ("bn2", own + "1.1"),
            ("se.conv_reduce", own + "2.fc1"), ("se.conv_expand", own + "2.fc2"), ("conv_pwl", own + "3.0"),
            ("bn3", own + "3.1"),
          ]
      })
}
