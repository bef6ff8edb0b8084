import Autograd
import Foundation
import NeuralNetworks
import TransferLearning

/// A small case of the whole of matching: a network of two convolutions, four pairs of layers of which three differ in size, two
/// steps on the matching loss and one on the cross entropy, with momentum 0.9, decay 0.01 and rate 0.1.
///
/// All values are waves, sin(0.37 i + k) · scale at the place i, so that PyTorch 2.13 computes the same in float64 with
/// `autograd.grad(loss, θ, create_graph=True)` in each step and `autograd.grad(outer, φ)` at the end; its
/// `avg_pool2d` and, from 6 to 4 places a side, `interpolate(…, mode="bilinear", antialias=True)` make sizes equal.
struct MatchingTrial {
  /// What stands behind each convolution: a smooth function, or one with a kink.
  enum Activation: CaseIterable {
    case silu, relu

    func callAsFunction(_ maps: Tensor) -> Tensor { self == .silu ? maps.silu() : maps.relu() }
  }

  let first = Convolution2D(3, 4, kernel: 3, padding: 1, random: &blank)
  let second = Convolution2D(4, 5, kernel: 3, stride: 2, padding: 1, random: &blank)
  let head = Linear(5, 3, random: &blank)
  let activation: Activation
  let matcher: FeatureMatcher
  let pictures = Self.wave([4, 6, 6, 3], 1)
  let source = [Self.wave([4, 6, 6, 3], 8), Self.wave([4, 4, 4, 6], 9)]
  let labels = [0, 2, 1, 0]

  nonisolated(unsafe) private static var blank = RandomSource(seed: 1)

  init(_ activation: Activation) {
    self.activation = activation
    let pairs = MatchingStrategy.allToAll.pairs(source: 2, target: 2)
    matcher = FeatureMatcher(pairs, sourceChannels: [3, 6], targetChannels: [4, 5], random: &Self.blank)
    let own = first.parameters + second.parameters + head.parameters
    for (place, (parameter, scale)) in zip(own, [0.4, 0.1, 0.3, 0.1, 0.5, 0.1]).enumerated() {
      parameter.set(Self.wave(parameter.value.shape, Double(2 + place), scale))
    }
    for (place, projection) in matcher.projections.enumerated() {
      for (parameter, (start, scale)) in zip(projection.parameters, [(10.0, 0.5), (20, 0.1)]) {
        parameter.set(Self.wave(parameter.value.shape, start + Double(place), scale))
      }
    }
    for (place, (channels, pair)) in zip(matcher.weights.channels, matcher.weights.pairs).enumerated() {
      for (parameter, start) in zip(channels.parameters + pair.parameters, [30.0, 40, 50, 60]) {
        let wave = Self.wave(parameter.value.shape, start + Double(place), start < 45 ? 0.3 : 0.2)
        parameter.set(start == 60 ? wave + 1 : wave)
      }
    }
  }

  private static func wave(_ shape: [Int], _ start: Double, _ scale: Double = 1) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { Float(sin(0.37 * Double($0) + start) * scale) }, shape: shape)
  }

  /// θ.
  var parameters: [Parameter] { first.parameters + second.parameters + head.parameters + matcher.parameters }
  /// φ, as PyTorch's list has it.
  var weights: [Parameter] { matcher.weights.parameters }

  private func maps() -> [Tensor] {
    let lower = activation(first(pictures))
    return [lower, activation(second(lower))]
  }

  func matching() -> Tensor { matcher.loss(target: maps(), source: source) }

  func crossEntropy() -> Tensor {
    NeuralNetworks.crossEntropy(head(maps()[1].globalAveragePooled()), labels)
  }

  private func descent() -> UnrolledDescent {
    var descent = UnrolledDescent(parameters, learningRate: 0.1, momentum: 0.9, weightDecay: 0.01)
    descent.step(matching)
    descent.step(matching)
    descent.step(crossEntropy)
    return descent
  }

  func metaGradients() -> [Tensor] {
    let descent = descent()
    defer { descent.restore() }
    return descent.metaGradients(of: crossEntropy, by: weights)
  }

  /// The outer loss after the same way with φ moved along a direction.
  func outerLoss(moved direction: [Tensor], by distance: Float) -> Float {
    let before = weights.map { $0.value.detached() }
    for (parameter, way) in zip(weights, direction) { parameter.set(parameter.value + way * distance) }
    let descent = descent()
    defer {
      descent.restore()
      zip(weights, before).forEach { $0.set($1) }
    }
    return crossEntropy().item
  }
}
