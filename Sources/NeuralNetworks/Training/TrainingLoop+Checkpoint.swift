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

    /// Whether the values could be those of a network and its optimiser.
    public func fits(_ network: some Layer, _ optimizer: some Optimizer) -> Bool {
      let shapes = network.state.map(\.parameter.value.shape)
      return values.map(\.shape) == shapes && velocities.map(\.count) == optimizer.memory.map(\.count)
        && (bestValues.isEmpty || bestValues.map(\.shape) == shapes)
    }

    /// Gives a network and its optimiser what they had.
    func restore(_ network: some Layer, _ optimizer: some Optimizer) {
      precondition(fits(network, optimizer), "a checkpoint of another network")
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
