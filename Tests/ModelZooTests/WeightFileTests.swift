import Autograd
import Foundation
import Imaging
import NeuralNetworks
import Testing

@testable import ModelZoo

/// Files of other projects: their names of weights, and what is known from them.
@Suite struct WeightFileTests {
  let file = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString).safetensors")

  private func tensors(of name: String, classes: Int = 7, seed: UInt64 = 1) throws -> [String: Tensor] {
    let architecture = try #require(Architecture.named(name))
    var random = RandomSource(seed: seed)
    return architecture.makeLayers(classes, &random).stateTensors
  }

  private func opened(_ tensors: [String: Tensor], metadata: [String: String] = [:]) throws -> Network {
    defer { try? FileManager.default.removeItem(at: file) }
    try SafetensorsFile(tensors: tensors, metadata: metadata).write(to: file)
    return try Network(contentsOf: file)
  }

  @Test(
    "a network is known by the names and shapes of its weights",
    arguments: [
      "mini-vgg", "resnet20", "resnet18", "resnet34", "mobilenet_v2", "mobilenet_v2-0.5", "mobilenet_v2-1.4",
      "mobilenet_v2-0.35-224", "squeezenet1_1", "efficientnet_b0",
    ])
  func recognised(name: String) throws {
    let network = try opened(tensors(of: name))
    #expect(network.architecture.name == name)
    #expect(network.classes == (0..<7).map { "\($0)" })
    #expect(network.assumesScale && network.normalization == .imageNet)
  }

  @Test(
    "a network is known by timm's names of its weights, too",
    arguments: ["mobilenet_v2", "mobilenet_v2-0.5", "efficientnet_b0"])
  func recognisedByTimmsNames(name: String) throws {
    let own = try tensors(of: name)
    let names = try #require(Architecture.named(name)?.weightNames.first)
    let theirs = Dictionary(
      uniqueKeysWithValues: own.map { name, tensor in
        // The longest beginning stands for a layer, the shorter ones for those around it.
        let layer = names.layers.filter { name.hasPrefix($0.ours) }.max { $0.ours.count < $1.ours.count }
        return (layer.map { $0.theirs + name.dropFirst($0.ours.count) } ?? name, tensor)
      })
    #expect(Set(theirs.keys).isDisjoint(with: own.keys))
    let (network, expected) = try (opened(theirs), opened(own))
    #expect(network.architecture.name == name)
    let picture = Tensor(shape: [1, 64, 64, 3], filledWith: 0.3)
    #expect(network(picture).values == expected(picture).values)
  }

  @Test("every architecture of the zoo has a layout of its own")
  func layoutsDiffer() throws {
    // timm's own network of the same name as the authors' is told apart by timm's configuration alone.
    let twins = ["efficientnet_lite0", "efficientnet_lite0-symmetric"]
    for layout in WeightLayout.all {
      let like = try WeightLayout.all.filter { try $0.difference(tensorsWithoutValues(layout.architecture)).isNone }
      let name = layout.architecture.name
      #expect(like.map(\.architecture.name) == (twins.contains(name) ? twins : [name]))
    }
  }

  /// The shapes alone, for networks too large to draw the weights of.
  private func tensorsWithoutValues(_ architecture: Architecture) throws -> [String: Tensor] {
    BufferPool.$current.withValue(BufferPool()) {
      var blank = RandomSource.blank
      return architecture.makeLayers(3, &blank).stateTensors
    }
  }

  @Test(
    "weights in half precision, wrapped for several devices, with counters of batches, are those of the same network")
  func wrapped() throws {
    let plain = try tensors(of: "resnet20")
    var wrapped = Dictionary(uniqueKeysWithValues: plain.map { ("module." + $0.key, $0.value) })
    wrapped["module.bn1.num_batches_tracked"] = Tensor(5)
    let picture = Tensor(shape: [1, 32, 32, 3], filledWith: 0.3)
    #expect(try opened(wrapped)(picture).values == opened(plain)(picture).values)
  }

  @Test(
    "what is missing, left over or of another shape is said",
    arguments: [
      ("linear.bias", nil as [Int]?, "most like resnet20: linear.bias missing"),
      ("extra.weight", [2], "most like resnet20: extra.weight left over"),
      (
        "layer1.0.conv1.weight", [16, 16, 5, 5],
        "layer1.0.conv1.weight has the shape [16, 16, 5, 5], not [16, 16, 3, 3]"
      ),
    ])
  func differences(name: String, shape: [Int]?, expected: String) throws {
    var changed = try tensors(of: "resnet20")
    changed[name] = shape.map { Tensor(shape: $0, filledWith: 0) }
    let error = try #require(throws: NetworkError.self) { try opened(changed) }
    #expect(error.description.contains(expected) && error.description.contains(file.lastPathComponent), "\(error)")
    let named = try #require(throws: NetworkError.self) { try opened(changed, metadata: ["architecture": "resnet20"]) }
    #expect(named.description.contains("not a resnet20: "), "\(named)")
    let unlike = try #require(throws: NetworkError.self) { try opened(["text.embedding": Tensor(1)]) }
    #expect(unlike.description.contains("no network that is known here has weights called text.embedding"))
  }

  @Test("more classes named than told apart, and sizes that are none, are refused")
  func wrongMetadata() throws {
    let weights = try tensors(of: "resnet20", classes: 2)
    for (metadata, words) in [
      (["classes": "a,b,c"], "names 3 classes, but tells 2 apart"), (["classes": "[1,2]"], "no list of names"),
      (["input_size": "0"], "input_size 0"), (["resize": "x"], "resize x"), (["mean": "1", "std": "0"], "std 0"),
      (["mean": "0.5"], "only one of mean and std"), (["std": "0.5"], "only one of mean and std"),
      (["interpolation": "lanczos"], "its interpolation lanczos is not known here; there are bilinear and bicubic"),
      (["resize": "9999999999999999999999"], "no size from 1 to 2048"), (["resize": "31"], "hold no square of 32"),
      (["classes": "a,,b"], "names 3 classes"), (["mean": "127.5", "std": "127.5"], "write --mean 0.5 --std 0.5"),
    ] {
      let error = try #require(throws: NetworkError.self) { try opened(weights, metadata: metadata) }
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test("names of classes come back with commas, brackets and quotation marks in them")
  func names() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    var random = RandomSource(seed: 1)
    for names in [["tench, Tinca tinca", "a \"b\""], ["[cat]", "dog"], ["kucing", "anjing"]] {
      var network = Network(.resnet20, classes: names, random: &random)
      network.preprocessing = Preprocessing(side: 32, shorterSide: 40, interpolation: .bicubic)
      try network.write(to: file)
      let again = try Network(contentsOf: file)
      #expect(again.classes == names && again.preprocessing == network.preprocessing && !again.assumesScale)
    }
  }

  @Test(
    "timm's names become torchvision's",
    arguments: [
      (
        "vgg11", "pre_logits.fc1.weight",
        ["pre_logits.fc2.bias": "classifier.3.bias", "head.fc.weight": "classifier.6.weight"]
      ),
      (
        "mobilenet_v2", "blocks.3.3.conv_pw.weight",
        [
          "bn1.running_mean": "features.0.1.running_mean", "blocks.0.0.conv_pw.weight": "features.1.conv.1.weight",
          "blocks.1.0.conv_pw.weight": "features.2.conv.0.0.weight", "blocks.1.1.bn3.bias": "features.3.conv.3.bias",
          "blocks.2.0.conv_pwl.weight": "features.4.conv.2.weight", "bn2.weight": "features.18.1.weight",
          "blocks.6.0.conv_dw.weight": "features.17.conv.1.0.weight", "classifier.bias": "classifier.1.bias",
        ]
      ),
      (
        "efficientnet_b0", "blocks.0.0.se.conv_reduce.weight",
        [
          "conv_stem.weight": "features.0.0.weight", "blocks.0.0.se.conv_expand.bias": "features.1.0.block.1.fc2.bias",
          "blocks.0.0.bn2.bias": "features.1.0.block.2.1.bias", "conv_head.weight": "features.8.0.weight",
          "blocks.1.1.bn2.bias": "features.2.1.block.1.1.bias",
          "blocks.1.0.se.conv_reduce.weight": "features.2.0.block.2.fc1.weight",
          "blocks.1.0.conv_pwl.weight": "features.2.0.block.3.0.weight",
        ]
      ),
      (
        "convnext_tiny", "stages.0.blocks.0.conv_dw.weight",
        [
          "stem.1.bias": "features.0.1.bias", "stages.0.blocks.1.gamma": "features.1.1.layer_scale",
          "stages.1.downsample.1.weight": "features.2.1.weight", "head.norm.bias": "classifier.0.bias",
          "stages.3.blocks.2.mlp.fc2.weight": "features.7.2.block.5.weight", "head.fc.bias": "classifier.2.bias",
        ]
      ),
      (
        "vit_b_16", "blocks.0.attn.qkv.weight",
        [
          "cls_token": "class_token", "pos_embed": "encoder.pos_embedding", "head.bias": "heads.head.bias",
          "blocks.11.attn.qkv.bias": "encoder.layers.encoder_layer_11.self_attention.in_proj_bias",
          "blocks.1.mlp.fc2.weight": "encoder.layers.encoder_layer_1.mlp.3.weight", "norm.weight": "encoder.ln.weight",
        ]
      ),
      (
        "vit_b_16", "encoder.layers.encoder_layer_0.mlp.linear_1.weight",
        [
          "encoder.layers.encoder_layer_10.mlp.linear_2.bias": "encoder.layers.encoder_layer_10.mlp.3.bias",
          "encoder.layers.encoder_layer_10.ln_1.bias": "encoder.layers.encoder_layer_10.ln_1.bias",
        ]
      ),
    ])
  func timm(name: String, mark: String, names: [String: String]) throws {
    let architecture = try #require(Architecture.named(name))
    for (theirs, ours) in names {
      let tensors = [mark: Tensor([0]), theirs: Tensor([1, 2])]
      #expect(architecture.translated(tensors)[ours]?.values == [1, 2], "\(theirs)")
    }
  }

  @Test("VGG's linear layers, which timm stores as convolutions, become matrices, and ConvNeXt's scales columns")
  func shapes() {
    let vgg = Architecture.vgg16BN.translated([
      "pre_logits.fc1.weight": Tensor((0..<24).map(Float.init), shape: [2, 3, 2, 2])
    ])
    #expect(vgg["classifier.0.weight"]?.shape == [2, 12])
    let next = Architecture.convNeXtTiny.translated([
      "stages.0.blocks.0.conv_dw.weight": Tensor(0), "stages.0.blocks.0.gamma": Tensor([1, 2]),
    ])
    #expect(next["features.1.0.layer_scale"]?.shape == [2, 1, 1])
  }

  @Test(
    "timm's configuration beside a file gives scale, preprocessing and names, unless it is of a network that computes otherwise"
  )
  func configuration() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (weights, config) = (folder.appending(path: "model.safetensors"), folder.appending(path: "config.json"))
    try SafetensorsFile(tensors: tensors(of: "resnet18", classes: 2)).write(to: weights)
    func write(_ architecture: String) throws {
      let text = """
        {"architecture": "\(architecture)", "num_classes": 2, "label_names": ["cat", "dog"], "pretrained_cfg": {"mean": \
        [0.5, 0.4, 0.3], "std": [0.5, 0.5, 0.5], "input_size": [3, 160, 160], "crop_pct": 0.95, "interpolation": "bicubic"}}
        """
      try Data(text.utf8).write(to: config)
    }
    try write("resnet18")
    let network = try Network(contentsOf: weights)
    #expect(network.preprocessing == Preprocessing(side: 160, shorterSide: 168, interpolation: .bicubic))
    #expect(
      network.normalization.mean == [0.5, 0.4, 0.3] && network.classes == ["cat", "dog"] && !network.assumesScale)
    for other in ["tf_efficientnetv2_s", "resnetblur50"] {
      try write(other)
      let error = try #require(throws: NetworkError.self) { try Network(contentsOf: weights) }
      #expect(error.description.contains("timm's \(other)"))
    }
    try Data("{\"a\": 1, \"architectures\": [\"ViTForImageClassification\"]}".utf8).write(to: config)
    #expect(try Network(contentsOf: weights).assumesScale)
  }

  @Test("the lines of Python name the layers, the classes, the preprocessing and the scale")
  func python() throws {
    var random = RandomSource(seed: 1)
    let names = ["a", "b", "c"]
    for (architecture, words) in [
      (Architecture.resnet18, "network = torchvision.models.resnet18(num_classes=3)"),
      (.mobilenetV2Narrow, "mobilenet_v2(num_classes=3, width_mult=0.35)\nnetwork.features[0][0].stride = (1, 1)"),
      (.mobilenetV2, "mobilenet_v2(num_classes=3, width_mult=1.0)\nmissing"),
      (.miniVGG, "nn.Linear(channels, 3)"), (.resnet20, "nn.Linear(64, 3)"),
      (.efficientNetLite0, "import timm\nnetwork = timm.create_model(\"tf_efficientnet_lite0\", num_classes=3)"),
    ] {
      let network = Network(architecture, classes: names, normalization: .imageNet, random: &random)
      let script = PythonScript(opening: network, in: URL(filePath: "/tmp/a \"b\".safetensors")).description
      #expect(script.contains(words) && script.contains(#"/tmp/a \"b\".safetensors"#))
      #expect(
        script.contains("Resize(\(network.preprocessing.shorterSide)") && script.contains("[0.485, 0.456, 0.406]"))
    }
  }
}
