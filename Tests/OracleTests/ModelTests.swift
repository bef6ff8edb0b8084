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
  private static let all: [Reference] = {
    let file = Oracle.folder.appending(path: "models.json")
    return (try? JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))) ?? []
  }()

  /// Those that are tried: the large ones only where the folder was asked for.
  static let references = all.filter { Oracle.askedFor != nil || $0.parameters < 30_000_000 }

  @Test("a network of the reference gives torchvision's logits, on every instruction set", arguments: references)
  func logitsAgree(_ reference: Reference) throws {
    // A large network's memory goes back to the system after it.
    try BufferPool.$current.withValue(BufferPool()) { try checkLogits(reference) }
  }

  private func checkLogits(_ reference: Reference) throws {
    let architecture = try #require(Architecture.named(reference.network))
    let stored = try SafetensorsFile(contentsOf: Oracle.folder.appending(path: "models.safetensors")).tensors
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

/// Weights by formula: u = 2 · mix(fnv1a(name) + position) / 2³² − 1, scaled by what the tensor is.
private enum Formula {
  /// The layers of an architecture for a thousand classes, with weights by formula.
  static func layers(of architecture: Architecture, gain: Float) -> Sequential {
    var blank = RandomSource.blank
    let layers = architecture.makeLayers(1000, &blank)
    for (name, parameter) in layers.state { parameter.set(value(name, parameter.value.shape, gain: gain)) }
    return layers
  }

  private static func value(_ name: String, _ shape: [Int], gain: Float) -> Tensor {
    let scale = (gain / Float(shape.dropFirst().reduce(1, *))).squareRoot()
    return Tensor(shape: shape) { target in
      fill(target, name, target.count) { u in
        if name.hasSuffix("running_var") { return 1 + 0.5 * abs(u) }
        guard name.hasSuffix("weight") else { return 0.1 * u }
        return shape.count == 1 ? 1 + 0.1 * u : u * scale
      }
    }
  }

  static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, _ name: String, _ count: Int, _ value: (Float) -> Float
  ) {
    let hash = name.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    for index in 0..<count {
      let mixed = mix(hash &+ UInt32(truncatingIfNeeded: index))
      target[index] = value(Float(2 * (Double(mixed) / 4_294_967_296) - 1))
    }
  }

  private static func mix(_ start: UInt32) -> UInt32 {
    var x = start
    x ^= x >> 16
    x = x &* 0x7FEB_352D
    x ^= x >> 15
    x = x &* 0x846C_A68B
    return x ^ x >> 16
  }
}
