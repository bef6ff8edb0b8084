import Autograd

/// The names that projects give to the same weights, brought to torchvision's.
///
/// timm (Wightman, 2019) names the layers of VGG, MobileNetV2, EfficientNet, ConvNeXt and ViT its own way, and stores VGG's
/// linear layers as convolutions over all of their input.
enum WeightNames {
  /// The same values under torchvision's names; those of networks that are not known stay as they are.
  static func translated(_ tensors: [String: Tensor]) -> [String: Tensor] {
    // Networks that were trained on several devices have this in front of every name.
    let wrapper = "module."
    var tensors = tensors
    if !tensors.isEmpty, tensors.keys.allSatisfy({ $0.hasPrefix(wrapper) }) {
      tensors = Dictionary(uniqueKeysWithValues: tensors.map { (String($0.key.dropFirst(wrapper.count)), $0.value) })
    }
    // PyTorch counts the batches that a batch norm has seen; nothing here asks for it.
    tensors = tensors.filter { !$0.key.hasSuffix("num_batches_tracked") }
    guard let dialect = Dialect.all.first(where: { tensors[$0.mark] != nil }) else { return tensors }
    return Dictionary(
      tensors.map { name, tensor in (dialect.translated(name), tensor.reshapedFor(name)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Tensor {
  /// Values that one project stores in another shape.
  fileprivate func reshapedFor(_ name: String) -> Tensor {
    if name.hasPrefix("pre_logits."), shape.count == 4 { return reshaped([shape[0], count / max(1, shape[0])]) }
    if name.hasSuffix(".gamma"), shape.count == 1 { return reshaped([count, 1, 1]) }
    return self
  }
}

/// How a project names the layers of a network.
private struct Dialect: Sendable {
  /// A name that only its files have.
  let mark: String
  /// The beginning of a layer's name for that of another, looked at in this order.
  let layers: [(theirs: String, ours: String)]

  /// The name of a weight whose layer is among those that are named otherwise.
  func translated(_ name: String) -> String {
    for (theirs, ours) in layers where name.hasPrefix(theirs) { return ours + name.dropFirst(theirs.count) }
    return name
  }

  static let all = [vgg, efficientNet, mobileNetV2, convNeXt, visionTransformer, olderVisionTransformer]

  static let vgg = Dialect(
    mark: "pre_logits.fc1.weight",
    layers: [
      ("pre_logits.fc1.", "classifier.0."), ("pre_logits.fc2.", "classifier.3."), ("head.fc.", "classifier.6."),
    ])

  static let mobileNetV2 = Dialect(
    mark: "conv_stem.weight",
    layers: stemAndHead(last: 18)
      + blocks([1, 2, 3, 4, 3, 3, 1]) { stage, block, index in
        let own = "features.\(index + 1).conv."
        return stage == 0
          ? [("conv_dw", own + "0.0"), ("bn1", own + "0.1"), ("conv_pw", own + "1"), ("bn2", own + "2")]
          : [
            ("conv_pw.", own + "0.0."), ("bn1", own + "0.1"), ("conv_dw", own + "1.0"), ("bn2", own + "1.1"),
            ("conv_pwl", own + "2"), ("bn3", own + "3"),
          ]
      })

  static let efficientNet = Dialect(
    mark: "blocks.0.0.se.conv_reduce.weight",
    layers: stemAndHead(last: 8)
      + blocks([1, 2, 2, 3, 3, 4, 1]) { stage, block, _ in
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

  static let convNeXt = Dialect(
    mark: "stages.0.blocks.0.conv_dw.weight",
    layers: [("stem.", "features.0."), ("head.norm.", "classifier.0."), ("head.fc.", "classifier.2.")]
      + [3, 3, 9, 3].enumerated().flatMap { stage, count in
        [("stages.\(stage).downsample.", "features.\(2 * stage).")]
          + (0..<count).flatMap { block in
            [
              ("gamma", "layer_scale"), ("conv_dw", "block.0"), ("norm", "block.2"), ("mlp.fc1", "block.3"),
              ("mlp.fc2", "block.5"),
            ].map { ("stages.\(stage).blocks.\(block).\($0.0)", "features.\(2 * stage + 1).\(block).\($0.1)") }
          }
      })

  static let visionTransformer = Dialect(
    mark: "blocks.0.attn.qkv.weight",
    layers: [
      ("cls_token", "class_token"), ("pos_embed", "encoder.pos_embedding"), ("patch_embed.proj.", "conv_proj."),
      ("norm.", "encoder.ln."), ("head.", "heads.head."),
    ]
      + (0..<12).flatMap { layer in
        [
          ("norm1.", "ln_1."), ("attn.qkv.", "self_attention.in_proj_"), ("attn.proj.", "self_attention.out_proj."),
          ("norm2.", "ln_2."), ("mlp.fc1.", "mlp.0."), ("mlp.fc2.", "mlp.3."),
        ].map { ("blocks.\(layer).\($0.0)", "encoder.layers.encoder_layer_\(layer).\($0.1)") }
      })

  /// torchvision's own published file still has the names of its first version.
  static let olderVisionTransformer = Dialect(
    mark: "encoder.layers.encoder_layer_0.mlp.linear_1.weight",
    layers: (0..<12).flatMap { layer in
      let own = "encoder.layers.encoder_layer_\(layer).mlp."
      return [(own + "linear_1.", own + "0."), (own + "linear_2.", own + "3.")]
    })

  /// timm's names outside of the blocks of networks for small machines; torchvision counts them as features 0 and `last`.
  private static func stemAndHead(last: Int) -> [(theirs: String, ours: String)] {
    [
      ("conv_stem.", "features.0.0."), ("bn1.", "features.0.1."), ("conv_head.", "features.\(last).0."),
      ("bn2.", "features.\(last).1."), ("classifier.", "classifier.1."),
    ]
  }

  /// The layers of blocks that come in stages of so many; `layers` is told the stage, the block in it, and its number among
  /// all blocks.
  private static func blocks(
    _ counts: [Int], _ layers: (_ stage: Int, _ block: Int, _ index: Int) -> [(String, String)]
  ) -> [(theirs: String, ours: String)] {
    var index = -1
    return counts.enumerated().flatMap { stage, count in
      (0..<count).flatMap { block in
        index += 1
        return layers(stage, block, index).map { ("blocks.\(stage).\(block).\($0.0)", $0.1) }
      }
    }
  }
}
