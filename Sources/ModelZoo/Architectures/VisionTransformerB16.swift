extension Architecture {
  /// ViT-B/16 (Dosovitskiy et al., 2021).
  public static let visionTransformerB16 = Architecture(
    name: "vit_b_16", preprocessing: .imageNet, hasFixedSize: true, publishedParameterCount: 86_567_656,
    timmName: "vit_base_patch16_224", weightNames: [timm, olderTorchvision]
  ) { classes, random in
    VisionTransformer(pictureSize: 224, patchSize: 16, depth: depth, heads: 12, width: 768, hiddenWidth: 3072)
      .layers(classes: classes, random: &random)
  }

  private static let depth = 12

  private static let timm = WeightNames(
    mark: "blocks.0.attn.qkv.weight",
    layers: [
      ("cls_token", "class_token"), ("pos_embed", "encoder.pos_embedding"), ("patch_embed.proj.", "conv_proj."),
      ("norm.", "encoder.ln."), ("head.", "heads.head."),
    ]
      + (0..<depth).flatMap { layer in
        [
          ("norm1.", "ln_1."), ("attn.qkv.", "self_attention.in_proj_"), ("attn.proj.", "self_attention.out_proj."),
          ("norm2.", "ln_2."), ("mlp.fc1.", "mlp.0."), ("mlp.fc2.", "mlp.3."),
        ].map { ("blocks.\(layer).\($0.0)", "encoder.layers.encoder_layer_\(layer).\($0.1)") }
      })

  /// torchvision's own published file still has the names of its first version.
  private static let olderTorchvision = WeightNames(
    mark: "encoder.layers.encoder_layer_0.mlp.linear_1.weight",
    layers: (0..<depth).flatMap { layer in
      let own = "encoder.layers.encoder_layer_\(layer).mlp."
      return [(own + "linear_1.", own + "0."), (own + "linear_2.", own + "3.")]
    })
}
