import Autograd

/// Why values do not fit a network, in one line.
public struct StateError: Error, CustomStringConvertible {
  /// What is missing or has another shape.
  public let description: String
}

extension Layer {
  /// All values by name, as a file stores them.
  public var stateTensors: [String: Tensor] {
    Dictionary(uniqueKeysWithValues: state.map { ($0.name, $0.parameter.value.detached()) })
  }

  /// Takes every value from `tensors`, by name; values for other names (such as PyTorch's `num_batches_tracked`) are
  /// left alone.
  /// - Throws: `StateError` if one is missing or has another shape; the network is then unchanged.
  public func load(_ tensors: [String: Tensor]) throws(StateError) {
    let state = state
    for (name, parameter) in state {
      guard let tensor = tensors[name] else {
        throw StateError(description: "no values for \(name); is this a file of another architecture?")
      }
      guard tensor.shape == parameter.value.shape else {
        throw StateError(
          description: "\(name) has shape \(tensor.shape), but the network needs \(parameter.value.shape)")
      }
    }
    for (name, parameter) in state { tensors[name].map(parameter.set) }
  }
}
