import Autograd
import ModelZoo
import NeuralNetworks

/// The filters of a network's first convolution as pictures: each weight stands at its place and in its colour.
///
/// A weight w becomes 1/2 + w / (2r) with one r for all filters, so that grey is 0, and the largest weight of all is
/// black or full colour (Krizhevsky, Sutskever and Hinton, 2012, figure 3).
public struct FilterPictures: Sendable {
  /// The pictures `[filters, kernel, kernel, 3]` in [0, 1].
  public let pictures: Tensor
  /// The weight r that is shown as 1; its negative is shown as 0.
  public let reach: Float
  /// For each filter the share of its energy, in [0, 1], that lies in differences between the colours, not in
  /// brightness: 0 for a filter that treats red, green and blue alike, 1 for one that never sees grey.
  public let colourShares: [Float]

  /// The filters of the first convolution of `network`, which must see three colours.
  public init(of network: Network) {
    guard let weight = network.firstConvolution?.weight.value else {
      preconditionFailure("\(network.architecture.name) has no convolution")
    }
    precondition(weight.shape[1] == 3, "filters of \(weight.shape[1]) channels have no colours")
    let filters = weight.detached().permuted([0, 2, 3, 1])
    let reach = max(filters.values.map(abs).max() ?? 0, .leastNormalMagnitude)
    self.reach = reach
    pictures = filters * (0.5 / reach) + 0.5
    let energy = filters.square().sum(along: [1, 2, 3]).values
    let brightness = (filters.mean(along: [3]).square() * 3).sum(along: [1, 2]).values
    colourShares = zip(energy, brightness).map { $0 > 0 ? min(max(1 - $1 / $0, 0), 1) : 0 }
  }
}

extension Network {
  /// Whether it begins with a convolution that sees three colours, so that its filters are pictures.
  public var hasColourFilters: Bool { firstConvolution?.weight.value.shape[1] == 3 }

  /// The convolution that sees the picture first.
  fileprivate var firstConvolution: Convolution2D? {
    descendants.lazy.compactMap { $0.layer as? Convolution2D }.first
  }
}
