import Autograd
import Foundation
import Imaging
import NeuralNetworks
import Testing

@testable import ModelZoo

/// EfficientNets that are padded as TensorFlow pads: names of their weights elsewhere, scale and framing.
@Suite struct TensorFlowNetworkTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  private func opened(_ tensors: [String: Tensor], timmName: String? = nil) throws -> Network {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "model.safetensors")
    try SafetensorsFile(tensors: tensors).write(to: file)
    if let timmName {
      let text = "{\"architecture\": \"\(timmName)\", \"pretrained_cfg\": {}}"
      try Data(text.utf8).write(to: folder.appending(path: "config.json"))
    }
    return try Network(contentsOf: file)
  }

  private func tensors(_ architecture: Architecture) -> [String: Tensor] {
    var random = RandomSource(seed: 1)
    return architecture.makeLayers(3, &random).stateTensors
  }

  /// What efficientnet_lite_pytorch 0.1.0 calls its weights, by hand for one of each kind.
  private static let port = [
    "_conv_stem.weight": "conv_stem.weight", "_bn0.running_var": "bn1.running_var",
    "_blocks.0._depthwise_conv.weight": "blocks.0.0.conv_dw.weight", "_blocks.0._bn1.bias": "blocks.0.0.bn1.bias",
    "_blocks.0._project_conv.weight": "blocks.0.0.conv_pw.weight", "_blocks.0._bn2.weight": "blocks.0.0.bn2.weight",
    "_blocks.1._expand_conv.weight": "blocks.1.0.conv_pw.weight", "_blocks.2._bn0.weight": "blocks.1.1.bn1.weight",
    "_blocks.3._depthwise_conv.weight": "blocks.2.0.conv_dw.weight", "_blocks.10._bn1.bias": "blocks.4.2.bn2.bias",
    "_blocks.15._project_conv.weight": "blocks.6.0.conv_pwl.weight", "_blocks.15._bn2.bias": "blocks.6.0.bn3.bias",
    "_conv_head.weight": "conv_head.weight", "_bn1.running_mean": "bn2.running_mean", "_fc.bias": "classifier.bias",
  ]

  @Test("the port's names become timm's")
  func portNames() {
    let weights = Dictionary(uniqueKeysWithValues: Self.port.keys.enumerated().map { ($1, Tensor([Float($0)])) })
    let translated = Architecture.efficientNetLite0.translated(weights)
    for (theirs, ours) in Self.port { #expect(translated[ours]?.values == weights[theirs]?.values, "\(theirs)") }
  }

  @Test(
    "a file with the port's names is opened as what it is, and answers as one with timm's",
    arguments: [Architecture.efficientNetLite0, .efficientNetLite3, .tensorFlowEfficientNetB0])
  func port(architecture: Architecture) throws {
    let own = tensors(architecture)
    let names = try #require(architecture.weightNames.first)
    let theirs = Dictionary(
      uniqueKeysWithValues: own.map { name, tensor in
        let layer = names.layers.first { name.hasPrefix($0.ours) }
        return (layer.map { $0.theirs + name.dropFirst($0.ours.count) } ?? name, tensor)
      })
    #expect(theirs.keys.allSatisfy { $0.hasPrefix("_") })
    let (network, expected) = (try opened(theirs), try opened(own, timmName: architecture.timmName))
    #expect(network.architecture.name == architecture.name && expected.architecture.name == architecture.name)
    let picture = Tensor(shape: [1, 65, 65, 3], filledWith: 0.3)
    #expect(network(picture).values == expected(picture).values)
  }

  @Test(
    "of networks whose weights have the same names, timm's configuration says which it is",
    arguments: [
      (Architecture.efficientNetLite0, nil as String?, "efficientnet_lite0"),
      (.efficientNetLite0, "tf_efficientnet_lite0", "efficientnet_lite0"),
      (.efficientNetLite0, "efficientnet_lite0", "efficientnet_lite0-symmetric"),
      (.tensorFlowEfficientNetB0, nil, "efficientnet_b0"),
      (.tensorFlowEfficientNetB0, "efficientnet_b0", "efficientnet_b0"),
      (.tensorFlowEfficientNetB0, "tf_efficientnet_b0", "tf_efficientnet_b0"),
      (.efficientNetLite4, "tf_efficientnet_lite0", "efficientnet_lite4"),
    ])
  func told(architecture: Architecture, timmName: String?, name: String) throws {
    #expect(try opened(tensors(architecture), timmName: timmName).architecture.name == name)
  }

  @Test(
    "sides, frames and scale are the authors'",
    arguments: [
      (Architecture.efficientNetLite0, 224), (.efficientNetLite1, 240), (.efficientNetLite2, 260),
      (.efficientNetLite3, 280), (.efficientNetLite4, 300),
    ])
  func preprocessing(architecture: Architecture, side: Int) throws {
    let expected = Preprocessing(side: side, shorterSide: side + 32, interpolation: .bicubic)
    #expect(architecture.preprocessing == expected)
    let network = try opened(tensors(architecture))
    #expect(network.assumesScale && network.preprocessing == expected && network.classes.count == 3)
    for (level, value) in [(0, -127.0 / 128), (127, 0), (255, 1)] {
      let pixel = Tensor(shape: [1, 1, 1, 3], filledWith: Float(level) / 255)
      #expect(network.normalization(pixel).values.allSatisfy { abs($0 - Float(value)) < 1e-6 })
    }
  }

  @Test("only the networks that timm trained have as many zeros on all sides, and a small ε")
  func paddings() {
    var blank = RandomSource.blank
    for (architecture, padding, epsilon) in [
      (Architecture.efficientNetLite0, Padding.same, Float(1e-3)), (.efficientNetLite0Symmetric, .zeros(1), 1e-5),
      (.tensorFlowEfficientNetB0, .same, 1e-3),
    ] {
      let layers = architecture.makeLayers(2, &blank).layers.map(\.layer)
      #expect((layers.first as? Convolution2D)?.padding == padding)
      #expect(layers.compactMap { $0 as? BatchNorm2D }.map(\.epsilon) == [epsilon, epsilon])
    }
  }
}
