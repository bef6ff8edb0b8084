import Autograd
import Grading
import NeuralNetworks

/// The values of a network at one time, so that it can be said later which of them have changed.
struct StateRecord {
  private let values: [String: [Float]]

  /// The parameters and statistics as they are now.
  init(of network: some Layer) {
    values = network.stateTensors.mapValues(\.values)
  }

  /// The names of the parameters and statistics that are no longer what they were, in order.
  func changed(in network: some Layer) -> [String] {
    network.state.filter { $0.parameter.value.values != values[$0.name] }.map(\.name)
  }
}
