import Autograd

/// The training loop: for every batch the loss, its gradients, one step of the optimiser.
///
/// ```swift
/// let loop = TrainingLoop(epochs: 6, schedule: .oneCycle())
/// loop.run(network, optimizer: SGD(network.parameters, learningRate: 0.1, momentum: 0.9)) { epoch in batches(epoch) }
/// ```
public struct TrainingLoop {
  /// Times that every picture is seen.
  public var epochs: Int
  /// How the optimiser's learning rate changes from step to step.
  public var schedule: LearningRateSchedule
  /// The loss of logits and labels.
  public var loss: (_ logits: Tensor, _ labels: [Int]) -> Tensor

  /// A loop with the cross entropy as its loss unless another is given.
  public init(
    epochs: Int, schedule: LearningRateSchedule = .constant,
    loss: @escaping (_ logits: Tensor, _ labels: [Int]) -> Tensor = { crossEntropy($0, $1) }
  ) {
    self.epochs = epochs
    self.schedule = schedule
    self.loss = loss
  }

  /// What happened in one step.
  public struct Step: Sendable {
    /// Counted from 0.
    public let epoch, step: Int
    /// Steps in the whole training.
    public let total: Int
    /// The loss of this batch, and the share of it that was classified rightly.
    public let loss, accuracy: Float
  }

  /// Trains `network` on the batches that `batches` gives for each epoch, and tells `report` about each step.
  ///
  /// Every epoch must have as many batches as the first, and a batch sequence must know its number of batches
  /// (`underestimatedCount`), which the schedule goes by.
  public func run<Batches: Sequence>(
    _ network: some Layer, optimizer: some Optimizer, batches: (_ epoch: Int) throws -> Batches,
    report: (Step) throws -> Void
  ) rethrows where Batches.Element == (images: Tensor, labels: [Int]) {
    let base = optimizer.learningRate
    defer { optimizer.learningRate = base }
    var step = 0
    for epoch in 0..<epochs {
      let current = try batches(epoch)
      let total = current.underestimatedCount * epochs
      for batch in current {
        optimizer.learningRate = base * schedule.factor(step: step, of: total)
        let logits = network(batch.images, .training)
        let loss = loss(logits, batch.labels)
        optimizer.step(loss.gradients())
        try report(
          Step(
            epoch: epoch, step: step, total: total, loss: loss.item,
            accuracy: accuracy(logits, batch.labels)))
        step += 1
      }
    }
  }

  /// Trains `network` without telling anyone.
  public func run<Batches: Sequence>(
    _ network: some Layer, optimizer: some Optimizer, batches: (_ epoch: Int) throws -> Batches
  ) rethrows where Batches.Element == (images: Tensor, labels: [Int]) {
    try run(network, optimizer: optimizer, batches: batches, report: { _ in })
  }
}
