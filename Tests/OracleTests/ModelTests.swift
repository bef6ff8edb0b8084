import Autograd
import Foundation
import ModelZoo
import NeuralNetworks
import Testing

/// What PyTorch's torchvision networks answer in double precision for weights and a picture that follow a formula.
@Suite(.serialized) struct ModelTests {
  struct Reference: Decodable, Sendable {
    let network: String
    let size: Int
    let logits: String
    let parameters, argmax: Int
    let rms: Float
  }

  /// All networks of the reference, some at two sizes.
  private static let all = listed(in: Oracle.folder.appending(path: "models.json"))

  /// What timm 1.0.31 answers in the same way: networks that are padded as TensorFlow pads, and one that timm trained anew.
  static let timms = listed(in: Oracle.ownFolder.appending(path: "timm.json"))

  private static func listed(in file: URL) -> [Reference] {
    (try? JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))) ?? []
  }

  /// Those that are tried: the large ones only where the folder was asked for.
  static let references = all.filter { Oracle.askedFor != nil || $0.parameters < 30_000_000 }

  @Test("a network of the reference gives torchvision's logits, on every instruction set", arguments: references)
  func logitsAgree(_ reference: Reference) throws {
    // A large network's memory goes back to the system after it.
    try BufferPool.$current.withValue(BufferPool()) {
      try checkLogits(reference, in: Oracle.folder.appending(path: "models.safetensors"))
    }
  }

  @Test("a network with timm's names gives timm's logits, on every instruction set", arguments: timms)
  func timmsLogitsAgree(_ reference: Reference) throws {
    try BufferPool.$current.withValue(BufferPool()) {
      try checkLogits(reference, in: Oracle.ownFolder.appending(path: "timm.safetensors"))
    }
  }

  @Test("timm's references cover each kind of network with its names, some of pictures whose sides no stride divides")
  func timmsReferencesAreThere() {
    let names: Set = [
      "efficientnet_lite0", "efficientnet_lite2", "efficientnet_lite4", "efficientnet_lite0-symmetric",
      "tf_efficientnet_b0",
    ]
    #expect(Set(ModelTests.timms.map(\.network)) == names && ModelTests.timms.contains { $0.size % 2 == 1 })
  }

  private func checkLogits(_ reference: Reference, in file: URL) throws {
    let architecture = try #require(Architecture.named(reference.network))
    let stored = try SafetensorsFile(contentsOf: file).tensors
    let expected = try #require(stored[reference.logits]).values
    let layers = Formula.layers(of: architecture, gain: reference.gain)
    #expect(layers.parameterCount == reference.parameters)
    let (size, count) = (reference.size, 3 * reference.size * reference.size)
    let picture = Tensor(shape: [1, 3, size, size]) { target in Formula.fill(target, "input", count) { $0 } }
      .permuted([0, 2, 3, 1])
    let before = Engine.instructionSet
    defer { _ = Engine.select(instructionSet: before) }
    for name in Set([before, "avx2"]) where Engine.select(instructionSet: name) {
      layers.unfreeze()
      reference.check(layers(picture).values, expected, "\(name), with a tape")
      layers.freeze()
      reference.check(layers(picture).values, expected, "\(name), frozen and folded")
    }
  }

  @Test(
    "the reference covers nine of torchvision's networks, at least one of each family of the zoo, of which six are small"
  )
  func referencesAreThere() {
    let small: Set = ["resnet18", "resnet50", "mobilenet_v2", "squeezenet1_1", "efficientnet_b0", "convnext_tiny"]
    #expect(Set(ModelTests.all.map(\.network)) == small.union(["vgg11", "vgg16", "vit_b_16"]))
    #expect(ModelTests.references.count == (Oracle.askedFor == nil ? 8 : 12))
    #expect(Oracle.askedFor != nil || Set(ModelTests.references.map(\.network)) == small)
  }
}

extension ModelTests.Reference {
  /// What the formula for the weights is told about this network.
  fileprivate var gain: Float { network.hasPrefix("resnet") || network.hasPrefix("convnext") ? 3 : 6 }

  fileprivate func check(_ logits: [Float], _ expected: [Float], _ way: String) {
    // Some fifty layers, each of which rounds its sums; errors grow with the depth, not with the width.
    #expect(logits.count == expected.count)
    let wrong = zip(logits, expected).map { abs($0 - $1) }.first { !($0 < 2e-4 * max(1, rms)) }
    #expect(wrong == nil, "\(way): off by \(wrong ?? 0), logits have a size of \(rms)")
    #expect(logits.indices.max { logits[$0] < logits[$1] } == argmax)
  }
}
