import Autograd

/// A training under way, as its observers see it.
public final class TrainingRun {
  /// The network that learns.
  public let network: any Layer
  /// What changes its weights.
  public let optimizer: any Optimizer
  /// How the epochs went so far.
  public private(set) var epochs: [TrainingLoop.Epoch]
  /// The network's values after its best epoch, where an observer looks for it; none otherwise.
  public var bestValues: [Tensor]
  /// Whether no other epoch is to begin.
  public private(set) var isOver = false

  /// A training that begins, or goes on from a checkpoint.
  /// - Throws: `TrainingLoop.Checkpoint.Mismatch` if the checkpoint is not of such a network.
  init(_ network: some Layer, _ optimizer: some Optimizer, from checkpoint: TrainingLoop.Checkpoint?) throws {
    try checkpoint?.restore(network, optimizer)
    self.network = network
    self.optimizer = optimizer
    epochs = checkpoint?.epochs ?? []
    bestValues = checkpoint?.bestValues ?? []
    keepValues()
  }

  /// The network's values after its last good epoch, or before the first.
  private var lastGood: [Tensor] = []

  /// Ends the training after the present epoch.
  public func end() { isOver = true }

  /// Adds an epoch to those that are over, and keeps what the network has learnt so far.
  func note(_ epoch: TrainingLoop.Epoch) {
    epochs.append(epoch)
    keepValues()
  }

  /// Gives the network the values that it had after its last good epoch.
  func restoreLastGood() { zip(network.state, lastGood).forEach { $0.parameter.set($1) } }

  private func keepValues() { lastGood = network.state.map { $0.parameter.value.detached() } }
}
