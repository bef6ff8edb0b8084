import Autograd

/// Early stopping: the network is kept as it was when the loss on validation examples was lowest, and training ends once
/// `patience` epochs in a row were no better (Prechelt, 1998).
///
/// ```swift
/// try loop.run(
///   network, optimizer: optimizer, observers: [EarlyStopping(patience: 3)],
///   validate: { network.score(on: validation) }, batches: batches)
/// ```
public final class EarlyStopping {
  /// Epochs without a better one that are waited for.
  public let patience: Int
  /// The epoch of the lowest loss so far, from 0, and that loss.
  public private(set) var best: (epoch: Int, loss: Float)?
  /// The network's values after its best epoch; none before the first.
  public private(set) var values: [Tensor] = []
  private var epochs = 0

  /// Waits for `patience` epochs in a row.
  public init(patience: Int) {
    precondition(patience > 0, "a patience of \(patience) would end every training")
    self.patience = patience
  }

  /// Whether the last `patience` epochs brought nothing better.
  public var isOver: Bool { best.map { epochs - 1 - $0.epoch >= patience } ?? false }

  /// Takes note of the loss after an epoch, and of the network's values where it is the lowest so far.
  public func note(_ loss: Float, of network: some Layer) {
    if loss < best?.loss ?? .infinity {
      best = (epochs, loss)
      values = network.state.map { $0.parameter.value.detached() }
    }
    epochs += 1
  }

  /// Gives the network, weights and statistics, the values of its best epoch.
  public func restore(_ network: some Layer) {
    zip(network.state, values).forEach { $0.parameter.set($1) }
  }
}

extension EarlyStopping: TrainingObserver {
  /// Begins anew, or goes on after the epochs that a checkpoint has kept.
  public func trainingBegan(_ run: TrainingRun) {
    (epochs, best, values) = (0, nil, [])
    let losses = run.epochs.compactMap { $0.validation?.loss }
    guard losses.count == run.epochs.count, !run.bestValues.isEmpty, let lowest = losses.min(),
      let epoch = losses.firstIndex(of: lowest)
    else { return }
    (epochs, best, values) = (losses.count, (epoch, lowest), run.bestValues)
    if isOver { run.end() }
  }

  /// Notes the epoch's validation loss, where there is one, and ends the training once nothing better has come for long.
  public func epochEnded(_ run: TrainingRun) {
    guard let loss = run.epochs.last?.validation?.loss else { return }
    note(loss, of: run.network)
    run.bestValues = values
    if isOver { run.end() }
  }

  /// Gives the network the values of its best epoch, if any was noted.
  public func trainingEnded(_ run: TrainingRun) {
    if best != nil { restore(run.network) }
  }
}
