import Autograd
import ModelZoo
import NeuralNetworks

/// Weights by formula: u = 2 · mix(fnv1a(name) + position) / 2³² − 1, scaled by what the tensor is.
enum Formula {
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
    for (index, mixed) in numbers(name, count).enumerated() {
      target[index] = value(Float(2 * (Double(mixed) / 4_294_967_296) - 1))
    }
  }

  /// The whole numbers of 32 bits that all else is made of.
  static func numbers(_ name: String, _ count: Int) -> some Sequence<UInt32> {
    let hash = name.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return (0..<count).lazy.map { mix(hash &+ UInt32(truncatingIfNeeded: $0)) }
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
