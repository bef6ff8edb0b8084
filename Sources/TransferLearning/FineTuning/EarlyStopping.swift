import Autograd
import NeuralNetworks

/// Early stopping: the network is kept as it was when the loss on validation pictures was lowest, and training ends once
/// `patience` epochs in a row were no better (Prechelt, 1998).
///
/// ```swift
/// var stopping = EarlyStopping(patience: 3)
/// for epoch in 0..<100 where !stopping.isOver {
///   …
///   stopping.note(validationLoss, of: network)
/// }
/// stopping.restore(network)
/// ```
public struct EarlyStopping {
  /// Epochs without a better one that are waited for.
  public let patience: Int
  /// The epoch of the lowest loss so far, from 0, and that loss.
  public private(set) var best: (epoch: Int, loss: Float)?
  private var epochs = 0
  /// The network's values after its best epoch; none before the first.
  public private(set) var state: [Tensor] = []

  /// Waits for `patience` epochs in a row.
  public init(patience: Int) {
    precondition(patience > 0, "a patience of \(patience) would end every training")
    self.patience = patience
  }

  /// Goes on after some epochs, of which one was the best and left these values.
  init(patience: Int, epochs: Int, best: (epoch: Int, loss: Float), state: [Tensor]) {
    self.init(patience: patience)
    (self.epochs, self.best, self.state) = (epochs, best, state)
  }

  /// Whether the last `patience` epochs brought nothing better.
  public var isOver: Bool { best.map { epochs - 1 - $0.epoch >= patience } ?? false }

  /// Takes note of the loss after an epoch, and of the network's values where it is the lowest so far.
  public mutating func note(_ loss: Float, of network: some Layer) {
    if loss < best?.loss ?? .infinity {
      best = (epochs, loss)
      state = network.state.map { $0.parameter.value.detached() }
    }
    epochs += 1
  }

  /// Gives the network, weights and statistics, the values of its best epoch.
  public func restore(_ network: some Layer) {
    zip(network.state, state).forEach { $0.parameter.set($1) }
  }
}
