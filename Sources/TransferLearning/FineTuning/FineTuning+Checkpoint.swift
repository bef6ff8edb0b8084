import Autograd
import NeuralNetworks

extension FineTuning {
  /// Where a training stands after an epoch: all that the next one depends on, but for what dropout has drawn.
  public struct Checkpoint {
    /// How the epochs went so far.
    public let epochs: [Epoch]
    /// The network's weights and statistics.
    public let values: [Tensor]
    /// The velocities of the weights, in the order of the network's parts.
    public let velocities: [Tensor]
    /// The network's values after its best epoch, where training may end early; none otherwise.
    public let bestValues: [Tensor]

    /// A checkpoint from its parts, as a file has kept them.
    public init(epochs: [Epoch], values: [Tensor], velocities: [Tensor], bestValues: [Tensor]) {
      self.epochs = epochs
      self.values = values
      self.velocities = velocities
      self.bestValues = bestValues
    }

    init(_ epochs: [Epoch], _ network: some PartedLayer, _ steps: [SGD], _ stopping: EarlyStopping?) {
      self.init(
        epochs: epochs, values: network.state.map { $0.parameter.value.detached() },
        velocities: steps.flatMap(\.velocities).map { Tensor($0) }, bestValues: stopping?.state ?? [])
    }

    /// Whether the values could be those of a network.
    public func fits(_ network: some PartedLayer) -> Bool {
      let shapes = network.state.map(\.parameter.value.shape)
      let counts = network.parts.flatMap(\.parameters).map(\.value.count)
      return values.map(\.shape) == shapes && velocities.map(\.count) == counts
        && (bestValues.isEmpty || bestValues.map(\.shape) == shapes)
    }

    /// Gives a network, its optimisers and its early stopping what they had.
    func restore(_ network: some PartedLayer, _ steps: [SGD], _ stopping: inout EarlyStopping?) {
      precondition(fits(network), "a checkpoint of another network")
      zip(network.state, values).forEach { $0.parameter.set($1) }
      var rest = velocities[...]
      for optimizer in steps {
        let count = optimizer.velocities.count
        optimizer.velocities = rest.prefix(count).map(\.values)
        rest = rest.dropFirst(count)
      }
      let losses = epochs.compactMap { $0.validation?.loss }
      if let patience = stopping?.patience, losses.count == epochs.count, let lowest = losses.min(),
        let best = losses.firstIndex(of: lowest), !bestValues.isEmpty
      {
        stopping = EarlyStopping(
          patience: patience, epochs: epochs.count, best: (best, lowest), state: bestValues)
      }
    }
  }
}
