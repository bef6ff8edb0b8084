import Autograd
import NeuralNetworks

/// Learning features without labels: two views of one thing are to have features alike, those of different things not (SimCLR;
/// Chen et al., 2020).
///
/// What both views share is what the features come to tell. A projection, a small network above the features, takes what the
/// loss asks for upon itself; it is thrown away afterwards.
///
/// ```swift
/// let views = training.augmented(by: Augmentations(Mirror(), ColorJitter()))
/// try ContrastivePretraining(epochs: 10).train(base, projection: projection, count: training.count, seed: 1) {
///   let pictures = training.inputs(at: $0)
///   return (views.varied(pictures, using: &$1), views.varied(pictures, using: &$1))
/// }
/// ```
public struct ContrastivePretraining: Sendable {
  /// Times that everything is seen, in two views each time.
  public var epochs: Int
  /// Things in a batch: each view has to find its partner among 2 · batchSize − 1 others.
  public var batchSize: Int
  /// The largest step size, of Adam with decoupled decay.
  public var learningRate: Float
  /// τ, what similarities are divided by.
  public var temperature: Float

  /// A training of so many epochs.
  public init(epochs: Int, batchSize: Int = 64, learningRate: Float = 0.003, temperature: Float = 0.2) {
    precondition(
      epochs >= 0 && batchSize > 1 && learningRate > 0 && temperature > 0, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.temperature = temperature
  }

  /// Trains `features`, from views to `[N, d]`, and the projection above it on `count` things, and says how the epochs went: the
  /// mean loss, in nats, and the share of first views whose partner was nearest among the second views of the batch.
  ///
  /// `views` gives two views `[places.count, …]` of the things at some places, as chance has it. A batch of one, which would
  /// have nothing to be told from, is left out.
  /// - Throws: what an observer throws, and `TrainingDivergence`.
  @discardableResult
  public func train(
    _ features: any Layer, projection: any Layer, count: Int, seed: UInt64, observers: [any TrainingObserver] = [],
    views: (_ places: [Int], _ random: inout RandomSource) -> (Tensor, Tensor)
  ) throws -> [TrainingLoop.Epoch] {
    let network = DividedNetwork(features: features, head: projection)
    var loop = TrainingLoop(epochs: epochs, schedule: .oneCycle())
    loop.objective = { batch, _ in
      let inputs = (0..<2).map { batch.inputs.slice($0..<$0 + 1, along: 1).withoutAxis(1) }
      let projected = network(Tensor.concatenated(inputs), .training)
      let first = projected.slice(0..<batch.count, along: 0)
      let second = projected.slice(batch.count..<2 * batch.count, along: 0)
      let loss = infoNCE(views: first, second, temperature: temperature)
      return .init(total: loss, loss: loss, logits: cosineSimilarities(first.detached(), second.detached()))
    }
    let optimizer = Adam.withDecoupledDecay(network.parameters, learningRate: learningRate)
    return try loop.run(network, optimizer: optimizer, observers: observers) { epoch in
      batches(of: count, random: RandomSource(seed: seed, stream: UInt64(epoch)), views)
    }
  }

  /// The batches of an epoch, `[n, 2, …]`; the label of a thing is its place in the batch, where its partner is.
  private func batches(
    of count: Int, random: RandomSource, _ views: ([Int], inout RandomSource) -> (Tensor, Tensor)
  ) -> [LabelledBatch] {
    var random = random
    let order = random.permutation(count)
    return stride(from: 0, to: count, by: batchSize).compactMap { start in
      let places = Array(order[start..<min(start + batchSize, count)])
      guard places.count > 1 else { return nil }
      let (first, second) = views(places, &random)
      return LabelledBatch(
        inputs: .concatenated([first.withAxis(1), second.withAxis(1)], along: 1), labels: Array(places.indices))
    }
  }
}

extension Tensor {
  /// The same values with an axis of length one more.
  fileprivate func withAxis(_ axis: Int) -> Tensor {
    reshaped(Array(shape.prefix(axis)) + [1] + shape.dropFirst(axis))
  }

  /// The same values without an axis of length one.
  fileprivate func withoutAxis(_ axis: Int) -> Tensor {
    reshaped(Array(shape.prefix(axis)) + shape.dropFirst(axis + 1))
  }
}
