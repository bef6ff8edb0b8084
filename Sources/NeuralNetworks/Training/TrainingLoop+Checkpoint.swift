import Autograd

extension TrainingLoop {
  /// Where a training stands after an epoch: all that the next one depends on, but for what dropout has drawn.
  public struct Checkpoint {
    /// How the epochs went so far.
    public let epochs: [Epoch]
    /// The network's weights and statistics.
    public let values: [Tensor]
    /// What the optimiser remembers, such as the velocities of the weights, in the order of its parameters.
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

    /// Why training cannot go on from a checkpoint: in words that follow the name of its file.
    public struct Mismatch: Error, CustomStringConvertible {
      /// What does not fit.
      public let description: String
    }

    /// Holds the values to a network and its optimiser: they must be as many, of the same shapes, and finite.
    func check(_ network: some Layer, _ optimizer: some Optimizer) throws(Mismatch) {
      let state = network.state
      try Checkpoint.check("values", values, state.map(\.parameter.value.shape))
      if !bestValues.isEmpty { try Checkpoint.check("best values", bestValues, state.map(\.parameter.value.shape)) }
      let memory = optimizer.memory
      try Checkpoint.check("velocities", velocities.map { $0.reshaped([$0.count]) }, memory.map { [$0.count] })
    }

    private static func check(_ what: String, _ tensors: [Tensor], _ shapes: [[Int]]) throws(Mismatch) {
      guard tensors.count == shapes.count else {
        throw Mismatch(description: "has \(tensors.count) tensors of \(what) where the network needs \(shapes.count)")
      }
      for (place, (tensor, shape)) in zip(tensors, shapes).enumerated() {
        guard tensor.shape == shape else {
          throw Mismatch(description: "has \(what) \(place) of shape \(tensor.shape), not \(shape)")
        }
        guard tensor.withValues({ $0.allSatisfy(\.isFinite) }) else {
          throw Mismatch(description: "has numbers that are not finite in \(what) \(place)")
        }
      }
    }

    /// Gives a network and its optimiser what they had.
    func restore(_ network: some Layer, _ optimizer: some Optimizer) throws(Mismatch) {
      try check(network, optimizer)
      zip(network.state, values).forEach { $0.parameter.set($1) }
      optimizer.memory = velocities.map(\.values)
    }
  }
}

extension TrainingRun {
  /// Where the training stands, from which another one like it can go on.
  public var checkpoint: TrainingLoop.Checkpoint {
    TrainingLoop.Checkpoint(
      epochs: epochs, values: network.state.map { $0.parameter.value.detached() },
      velocities: optimizer.memory.map { Tensor($0) }, bestValues: bestValues)
  }
}
