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

  /// The networks that the zoo has; the large ones only where the reference folder was asked for.
  static let references: [Reference] = {
    let file = Oracle.folder.appending(path: "models.json")
    let all = (try? JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))) ?? []
    return all.filter {
      Architecture.named($0.network) != nil && (Oracle.askedFor != nil || $0.parameters < 30_000_000)
    }
  }()

  @Test("a network gives torchvision's logits", arguments: references)
  func logitsAgree(_ reference: Reference) throws {
    let architecture = try #require(Architecture.named(reference.network))
    let stored = try SafetensorsFile(contentsOf: Oracle.folder.appending(path: "models.safetensors")).tensors
    let expected = try #require(stored[reference.logits]).values
    var random = RandomSource(seed: 0)
    let layers = architecture.makeLayers(1000, &random)
    #expect(layers.parameterCount == reference.parameters)

    let gain: Float = reference.network.hasPrefix("resnet") ? 3 : 6
    for (name, parameter) in layers.state { parameter.set(Formula.value(name, parameter.value.shape, gain: gain)) }
    let (size, count) = (reference.size, 3 * reference.size * reference.size)
    let picture = Tensor(shape: [1, 3, size, size]) { target in Formula.fill(target, "input", count) { $0 } }
      .permuted([0, 2, 3, 1])
    let logits = layers(picture).values
    // Some fifty layers, each of which rounds its sums; errors grow with the depth, not with the width.
    let worst = zip(logits, expected).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst < 2e-4 * max(1, reference.rms), "off by \(worst), logits have a size of \(reference.rms)")
    #expect(logits.indices.max { logits[$0] < logits[$1] } == reference.argmax)
  }

  @Test("the oracle has networks of the zoo in it")
  func referencesAreThere() {
    #expect(ModelTests.references.count >= 4)
  }
}

/// Weights by formula: u = 2 · mix(fnv1a(name) + position) / 2³² − 1, scaled by what the tensor is.
private enum Formula {
  static func value(_ name: String, _ shape: [Int], gain: Float) -> Tensor {
    let scale = (gain / Float(shape.dropFirst().reduce(1, *))).squareRoot()
    return Tensor(shape: shape) { target in
      fill(target, name, target.count) { u in
        if name.hasSuffix("running_mean") || name.hasSuffix("bias") { return 0.1 * u }
        if name.hasSuffix("running_var") { return 1 + 0.5 * abs(u) }
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
