import Imaging

extension Architecture {
  /// EfficientNet-Lite of a size (Liu, 2020), called `efficientnet_lite0`, `efficientnet_lite1`, ….
  ///
  /// Photographs have 32 pixels more along the shorter side than the square from their middle, and levels v from 0 to 255 become
  /// (v − 127) / 128, as the authors have it.
  static func efficientNetLite(
    _ number: Int, width: Double, depth: Double, side: Int, dropout: Float, publishedParameterCount: Int
  ) -> Architecture {
    tensorFlow(
      "efficientnet_lite\(number)", TensorFlowEfficientNet(width: width, depth: depth, dropout: dropout, isLite: true),
      normalization: .tensorFlow, side: side, publishedParameterCount: publishedParameterCount,
      timmName: "tf_efficientnet_lite\(number)")
  }

  /// An EfficientNet whose layers are named as in timm, which also opens it.
  static func tensorFlow(
    _ name: String, _ network: TensorFlowEfficientNet, normalization: Normalization = .imageNet, side: Int = 224,
    publishedParameterCount: Int, timmName: String
  ) -> Architecture {
    Architecture(
      name: name, preprocessing: Preprocessing(side: side, shorterSide: side + 32, interpolation: .bicubic),
      normalization: normalization, publishedParameterCount: publishedParameterCount, timmName: timmName,
      weightNames: network.isTimms ? [] : [network.portNames],
      python: { "import timm\nnetwork = timm.create_model(\"\(timmName)\", num_classes=\($0))" }
    ) { classes, random in
      network.layers(classes: classes, random: &random)
    }
  }
}

extension TensorFlowEfficientNet {
  /// The names of the ports to PyTorch by Melas-Kyriazi (2019) and, for the Lite networks, `efficientnet_lite_pytorch` (2020).
  fileprivate var portNames: WeightNames {
    var index = -1
    let blocks = blockCounts.enumerated().flatMap { stage, count in
      (0..<count).flatMap { block in
        index += 1
        let (theirs, ours) = ("_blocks.\(index)._", "blocks.\(stage).\(block).")
        let names =
          stage == 0
          ? [("depthwise_conv", "conv_dw"), ("bn1", "bn1"), ("project_conv", "conv_pw"), ("bn2", "bn2")]
          : [
            ("expand_conv", "conv_pw"), ("bn0", "bn1"), ("depthwise_conv", "conv_dw"), ("bn1", "bn2"),
            ("project_conv", "conv_pwl"), ("bn2", "bn3"),
          ]
        let gate = [("se_reduce", "se.conv_reduce"), ("se_expand", "se.conv_expand")]
        return (names + gate).map { (theirs: theirs + $0.0 + ".", ours: ours + $0.1 + ".") }
      }
    }
    return WeightNames(
      mark: "_blocks.0._depthwise_conv.weight",
      layers: blocks + [
        ("_conv_stem.", "conv_stem."), ("_bn0.", "bn1."), ("_conv_head.", "conv_head."), ("_bn1.", "bn2."),
        ("_fc.", "classifier."),
      ])
  }
}
