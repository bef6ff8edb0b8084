import Imaging

extension Architecture {
  /// ConvNeXt-Tiny (Liu et al., 2022).
  public static let convNeXtTiny = Architecture(
    name: "convnext_tiny", preprocessing: Preprocessing(side: 224, shorterSide: 236),
    publishedParameterCount: 28_589_128,
    timmName: "convnext_tiny", weightNames: [timm]
  ) { classes, random in
    ConvNeXt(widths: [96, 192, 384, 768], blocks: blocks).layers(classes: classes, random: &random)
  }

  private static let blocks = [3, 3, 9, 3]

  /// timm keeps the factors of the channels as a row.
  private static let timm = WeightNames(
    mark: "stages.0.blocks.0.conv_dw.weight",
    layers: [("stem.", "features.0."), ("head.norm.", "classifier.0."), ("head.fc.", "classifier.2.")]
      + blocks.enumerated().flatMap { stage, count in
        [("stages.\(stage).downsample.", "features.\(2 * stage).")]
          + (0..<count).flatMap { block in
            [
              ("gamma", "layer_scale"), ("conv_dw", "block.0"), ("norm", "block.2"), ("mlp.fc1", "block.3"),
              ("mlp.fc2", "block.5"),
            ].map { ("stages.\(stage).blocks.\(block).\($0.0)", "features.\(2 * stage + 1).\(block).\($0.1)") }
          }
      },
    shape: { name, shape in name.hasSuffix(".gamma") && shape.count == 1 ? shape + [1, 1] : shape })
}
