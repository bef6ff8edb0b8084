import Autograd

/// The training loop: for every batch the loss, its gradients, one step of the optimiser.
///
/// ```swift
/// let loop = TrainingLoop(epochs: 6, schedule: .oneCycle())
/// try loop.run(network, optimizer: SGD(network.parameters, learningRate: 0.1, momentum: 0.9)) { epoch in
///   training.shuffledBatches(of: 32, seed: 1, epoch: epoch)
/// }
/// ```
public struct TrainingLoop {
  /// Times that every example is seen, at most.
  public var epochs: Int
  /// How the optimiser's learning rate changes from step to step.
  public var schedule: LearningRateSchedule
  /// What is added to the loss of each step, such as a decay of the weights; scores are told without it.
  public var penalty: (() -> Tensor)?
  /// The loss of logits and labels.
  public var loss: (_ logits: Tensor, _ labels: [Int]) -> Tensor
  /// What a step makes smaller, where that is more than the loss of what the network says of the batch: from a batch and
  /// the share of all steps that are done, in [0, 1).
  public var objective: ((_ batch: LabelledBatch, _ progress: Float) -> Objective)?

  /// A loop with the cross entropy as its loss unless another is given, and no penalty.
  ///
  /// ```swift
  /// let loop = TrainingLoop(epochs: 20, penalty: { start.decay(0.01) })   // L2-SP
  /// ```
  public init(
    epochs: Int, schedule: LearningRateSchedule = .constant,
    loss: @escaping (_ logits: Tensor, _ labels: [Int]) -> Tensor = { crossEntropy($0, $1) },
    penalty: (() -> Tensor)? = nil
  ) {
    precondition(epochs >= 0, "no training has \(epochs) epochs")
    self.epochs = epochs
    self.schedule = schedule
    self.penalty = penalty
    self.loss = loss
  }

  /// What one step makes smaller, and how the network did on its batch.
  public struct Objective {
    /// What gradients are taken of, a single number.
    public let total: Tensor
    /// The loss of the batch alone, which is told, and the logits `[N, C]` that it was scored by.
    public let loss, logits: Tensor

    /// An objective from its parts.
    public init(total: Tensor, loss: Tensor, logits: Tensor) {
      self.total = total
      self.loss = loss
      self.logits = logits
    }
  }

  /// What happened in one step.
  public struct Step: Sendable {
    /// Counted from 0.
    public let epoch, step: Int
    /// Steps in the whole training.
    public let total: Int
    /// Examples in this batch.
    public let count: Int
    /// The mean loss of this batch, without any penalty, and the share of it that was classified rightly.
    public let loss, accuracy: Float
  }

  /// How one epoch went.
  public struct Epoch: Sendable {
    /// Counted from 0.
    public let index: Int
    /// The mean over the epoch's examples, while the network was learning from them.
    public let training: Score
    /// On validation examples after the epoch, where there are any.
    public let validation: Score?

    /// An epoch from its number and its scores.
    public init(index: Int, training: Score, validation: Score?) {
      self.index = index
      self.training = training
      self.validation = validation
    }
  }

  /// Trains `network` on the batches that `batches` gives for each epoch, scores it by `validate` after each, and says how
  /// the epochs went.
  ///
  /// Observers are told of every step and epoch in the order given, and may end the training. With a `checkpoint` of the
  /// same training of a network like this one it goes on from there. Every epoch must have as many batches as the first,
  /// and a batch sequence must know their number (`underestimatedCount`), which the schedule goes by.
  /// - Throws: what an observer or `batches` throws; `Checkpoint.Mismatch` where the checkpoint is of another network; and
  ///   `TrainingDivergence` once a loss, a score or a value of the network is no finite number.
  @discardableResult
  public func run<BatchSequence: Sequence>(
    _ network: some Layer, optimizer: some Optimizer, from checkpoint: Checkpoint? = nil,
    observers: [any TrainingObserver] = [], validate: (() -> Score)? = nil,
    batches: (_ epoch: Int) throws -> BatchSequence
  ) throws -> [Epoch] where BatchSequence.Element == LabelledBatch {
    let base = optimizer.learningRate
    defer { optimizer.learningRate = base }
    let run = try TrainingRun(network, optimizer, from: checkpoint)
    try observers.forEach { try $0.trainingBegan(run) }
    for index in run.epochs.count..<max(epochs, run.epochs.count) where !run.isOver {
      let current = try batches(index)
      let count = current.underestimatedCount
      var steps: [Step] = []
      for batch in current {
        let number = index * count + steps.count
        optimizer.learningRate = base * schedule.factor(step: number, of: epochs * count)
        let score = step(network, optimizer, batch, progress: Float(number) / Float(max(1, epochs * count)))
        guard score.loss.isFinite else { throw try divergence(.loss, in: index, run, observers) }
        let step = Step(
          epoch: index, step: number, total: epochs * count, count: batch.count, loss: score.loss,
          accuracy: score.accuracy)
        steps.append(step)
        try observers.forEach { try $0.stepEnded(step) }
      }
      if let name = network.firstNotFinite { throw try divergence(.value(name), in: index, run, observers) }
      let validation = validate?()
      guard validation?.loss.isFinite ?? true else {
        throw try divergence(.validationLoss, in: index, run, observers)
      }
      run.note(Epoch(index: index, training: Score(meanOf: steps), validation: validation))
      try observers.forEach { try $0.epochEnded(run) }
    }
    try observers.forEach { try $0.trainingEnded(run) }
    return run.epochs
  }

  /// Gives the network the values of its last good epoch back, and ends the training with why.
  private func divergence(
    _ cause: TrainingDivergence.Cause, in epoch: Int, _ run: TrainingRun, _ observers: [any TrainingObserver]
  ) throws -> TrainingDivergence {
    run.restoreLastGood()
    try observers.forEach { try $0.trainingEnded(run) }
    return TrainingDivergence(epoch: epoch, cause: cause, epochs: run.epochs)
  }

  /// One step on one batch, and how the network did on it before.
  private func step(
    _ network: some Layer, _ optimizer: some Optimizer, _ batch: LabelledBatch, progress: Float
  ) -> Score {
    let objective = objective?(batch, progress) ?? plain(network, batch)
    optimizer.step((penalty.map { objective.total + $0() } ?? objective.total).gradients())
    return Score(loss: objective.loss.item, accuracy: accuracy(objective.logits, batch.labels))
  }

  /// The loss of what the network says of a batch, and nothing else.
  private func plain(_ network: some Layer, _ batch: LabelledBatch) -> Objective {
    let logits = network(batch.inputs, .training)
    let loss = loss(logits, batch.labels)
    return Objective(total: loss, loss: loss, logits: logits)
  }
}

extension Score {
  /// The means over the examples of some steps, each step as much as it has examples; nothing of none.
  package init(meanOf steps: [TrainingLoop.Step]) {
    let count = Float(max(1, steps.map(\.count).reduce(0, +)))
    let loss = steps.map { $0.loss * Float($0.count) }.reduce(0, +)
    // What is classified rightly is a whole number of examples.
    let right = steps.map { ($0.accuracy * Float($0.count)).rounded() }.reduce(0, +)
    self.init(loss: loss / count, accuracy: right / count)
  }
}
