import Autograd
import ModelZoo
import NeuralNetworks

/// A network that keeps what some of its layers made of the last batch, so that a loss can look at it.
///
/// Its state is that of the network and of what learns with it.
final class TappedNetwork: Layer {
  private let network: Network
  private let names: [String]
  private let companions: [any Layer]
  /// The maps of the named layers from the last pass in training, in the order of the names.
  private(set) var maps: [Tensor] = []

  init(_ network: Network, layers names: [String], with companions: [any Layer]) {
    self.network = network
    self.names = names
    self.companions = companions
  }

  func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    guard mode == .training, let last = network.layers.layers.last?.name else { return network(pictures, mode) }
    let outputs = network.layers.outputs(of: names + [last], for: network.normalization(pictures), mode)
    maps = names.compactMap { outputs[$0] }
    return outputs[last] ?? network(pictures, mode)
  }

  var state: [(name: String, parameter: Parameter)] {
    network.state
      + companions.enumerated().flatMap { place, layer in
        layer.state.map { ("matcher.\(place).\($0.name)", $0.parameter) }
      }
  }
}
