import Autograd
import NeuralNetworks

extension Network {
  /// Channels of the pictures that the first layer takes: 3 or 1.
  public var channels: Int { normalization.channels }

  /// The same network for pictures of one channel: the first layer has the sum of its kernels over red, green and blue.
  ///
  /// For a grey picture g every channel is g, and Σ_c w_c ∗ g = (Σ_c w_c) ∗ g: where the three channels are on one scale, the
  /// logits are those of the network with three channels. Where they are not, kernels are brought to the mean scale first,
  /// and the logits are near.
  public func forOneChannel() -> Network {
    guard channels == 3 else { return self }
    let scale = Normalization(
      mean: [normalization.mean.mean], standardDeviation: [normalization.standardDeviation.mean])
    var blank = RandomSource.blank
    var network = Network(
      architecture, classes: classes, normalization: scale, inputSize: inputSize, random: &blank)
    network.preprocessing = preprocessing
    for (index, (own, other)) in zip(state, network.state).enumerated() {
      other.parameter.set(index == 0 ? summedOverChannels(own.parameter.value, scale) : own.parameter.value.detached())
    }
    return network
  }

  private func summedOverChannels(_ weight: Tensor, _ scale: Normalization) -> Tensor {
    let factors = normalization.standardDeviation.map { scale.standardDeviation[0] / $0 }
    let scaled = weight.detached() * Tensor(factors, shape: [1, 3, 1, 1])
    return scaled.sum(along: [1], keepingAxes: true)
  }
}

extension [Float] {
  fileprivate var mean: Float { reduce(0, +) / Float(count) }
}

extension Sequential {
  /// The same layers but for the first convolution, which takes one channel.
  func withOneInputChannel(random: inout RandomSource) -> Sequential {
    guard let first = steps.first, let convolution = first.layer as? Convolution2D else {
      preconditionFailure("a network for pictures begins with a convolution")
    }
    return replacing(first.name, with: convolution.withOneInputChannel(random: &random))
  }
}
