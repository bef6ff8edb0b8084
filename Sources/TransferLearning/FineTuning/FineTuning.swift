import Autograd
import NeuralNetworks

/// Fine-tuning: a network goes on learning on new pictures from where it stands,
/// θ* = argmin_θ L(θ | θ₀, D).
///
/// Only parts that are not frozen learn, the head at `learningRate`, each part below at `factor` times the rate of the one
/// above. Rates rise along a line in the first tenth of the steps and fall to zero along half a cosine. Steps are those of
/// SGD, which are small where the loss is: what is right already stays. (Adam's have one size whatever the gradient's.)
///
/// ```swift
/// let network = source.withNewHead(classes: classes, random: &random)
/// network.freeze(first: 3)
/// let epochs = FineTuning(epochs: 10).train(network) { epoch in batches(epoch) }
/// ```
public struct FineTuning: Sendable {
  /// Times that every picture is seen, at most.
  public var epochs: Int
  /// The largest step size of the head, of SGD with Nesterov's momentum 0.9.
  public var learningRate: Float
  /// What the rate of each part is of the rate of the part above it.
  public var factor: Float
  /// α, the strength of the decay towards the values that the base starts from (L2-SP); none where it is 0.
  public var decay: Float
  /// Epochs without a lower loss on validation pictures after which training ends early, where there are such pictures.
  public var patience: Int?

  /// A training of so many epochs.
  public init(
    epochs: Int, learningRate: Float = 0.01, factor: Float = 1, decay: Float = 0, patience: Int? = nil
  ) {
    precondition(epochs >= 0 && learningRate > 0 && factor >= 0 && decay >= 0, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.learningRate = learningRate
    self.factor = factor
    self.decay = decay
    self.patience = patience
  }

  /// How one epoch went.
  public struct Epoch: Sendable {
    /// Counted from 0.
    public let index: Int
    /// The mean over the epoch's batches, while the network was learning from them.
    public let training: Score
    /// On validation pictures after the epoch, where there are any.
    public let validation: Score?

    /// An epoch from its number and its scores.
    public init(index: Int, training: Score, validation: Score?) {
      self.index = index
      self.training = training
      self.validation = validation
    }
  }

  /// Trains a network on the batches that `batches` gives for each epoch, tells `report` about each epoch, and says how all
  /// of them went.
  ///
  /// With a patience and validation pictures the network ends as it was after its best epoch. Every epoch must have as many
  /// batches as the first, and a batch sequence must know their number (`underestimatedCount`).
  ///
  /// `tick` is told after each step which one it was and how many all epochs have, and `keep` can ask after each epoch where
  /// the training stands; with that as `checkpoint`, the same training of a network like this one goes on from there.
  @discardableResult
  public func train<Batches: Sequence>(
    _ network: some PartedLayer, from checkpoint: Checkpoint? = nil, batches: (_ epoch: Int) throws -> Batches,
    validate: (() -> Score)? = nil, tick: (_ step: Int, _ count: Int) throws -> Void,
    keep: (_ checkpoint: () -> Checkpoint) throws -> Void, report: (Epoch) throws -> Void
  ) rethrows -> [Epoch] where Batches.Element == (images: Tensor, labels: [Int]) {
    let parts = network.parts
    let start = StartingPoint(of: parts.dropLast())
    var steps: [SGD] = []
    let optimizer = DiscriminativeRates(parts, learningRate: learningRate, factor: factor) { parameters, rate in
      steps.append(SGD(parameters, learningRate: rate, momentum: 0.9, nesterov: true))
      return steps[steps.count - 1]
    }
    var stopping = patience.map(EarlyStopping.init)
    var history: [Epoch] = []
    if let checkpoint {
      checkpoint.restore(network, steps, &stopping)
      history = checkpoint.epochs
    }
    for index in history.count..<max(epochs, history.count) where !(stopping?.isOver ?? false) {
      let current = try batches(index)
      let count = current.underestimatedCount
      var scores: [Score] = []
      for batch in current {
        let step = index * count + scores.count
        optimizer.learningRate = learningRate * schedule.factor(step: step, of: epochs * count)
        let logits = network(batch.images, .training)
        let loss = crossEntropy(logits, batch.labels)
        optimizer.step((decay > 0 ? loss + start.decay(decay) : loss).gradients())
        scores.append(Score(loss: loss.item, accuracy: accuracy(logits, batch.labels)))
        try tick(step, epochs * count)
      }
      let epoch = Epoch(index: index, training: scores.mean, validation: validate?())
      if let loss = epoch.validation?.loss { stopping?.note(loss, of: network) }
      history.append(epoch)
      try report(epoch)
      try keep { Checkpoint(history, network, steps, stopping) }
    }
    if stopping?.best != nil { stopping?.restore(network) }
    return history
  }

  /// Trains a network from the beginning, and tells `report` about each epoch.
  @discardableResult
  public func train<Batches: Sequence>(
    _ network: some PartedLayer, batches: (_ epoch: Int) throws -> Batches, validate: (() -> Score)? = nil,
    report: (Epoch) throws -> Void
  ) rethrows -> [Epoch] where Batches.Element == (images: Tensor, labels: [Int]) {
    try train(
      network, batches: batches, validate: validate, tick: { _, _ in }, keep: { _ in }, report: report)
  }

  /// Trains a network without telling anyone.
  @discardableResult
  public func train<Batches: Sequence>(
    _ network: some PartedLayer, batches: (_ epoch: Int) throws -> Batches, validate: (() -> Score)? = nil
  ) rethrows -> [Epoch] where Batches.Element == (images: Tensor, labels: [Int]) {
    try train(network, batches: batches, validate: validate, report: { _ in })
  }

  private var schedule: LearningRateSchedule { .oneCycle(warmUp: 0.1) }
}

extension [Score] {
  fileprivate var mean: Score {
    let count = Float(Swift.max(1, count))
    return Score(loss: map(\.loss).reduce(0, +) / count, accuracy: map(\.accuracy).reduce(0, +) / count)
  }
}
