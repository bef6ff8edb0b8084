import Autograd
import ModelZoo
import NeuralNetworks

/// Fine-tuning: a network goes on learning on new pictures from where it stands,
/// θ* = argmin_θ L(θ | θ₀, D).
///
/// Only layer groups that are not frozen learn, the head at `learningRate`, each group below at `factor` times the rate of the one
/// above. Rates rise along a line in the first tenth of the steps and fall to zero along half a cosine. Steps are those of
/// SGD, which are small where the loss is: what is right already stays. (Adam's have one size whatever the gradient's.)
///
/// ```swift
/// let network = source.withNewHead(classes: classes, random: &random)
/// network.freeze(first: 3)
/// let epochs = try FineTuning(epochs: 10).train(network, on: training, seed: 1)
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
  /// Pictures in a batch.
  public var batchSize: Int

  /// A training of so many epochs.
  public init(
    epochs: Int, learningRate: Float = 0.01, factor: Float = 1, decay: Float = 0, patience: Int? = nil,
    batchSize: Int = 10
  ) {
    precondition(epochs >= 0 && learningRate > 0 && factor >= 0 && decay >= 0, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.learningRate = learningRate
    self.factor = factor
    self.decay = decay
    self.patience = patience
    self.batchSize = batchSize
  }

  /// Trains a network on a set in small batches, whose order follows from the seed, and says how the epochs went.
  ///
  /// With a patience and a validation set the network ends as it was after its best epoch. With a `checkpoint` of the same
  /// training it goes on from there. Where pictures are not varied, what the frozen groups make of them is computed once, if
  /// there is room for it; observers then see the layers above the frozen ones.
  /// - Throws: what an observer throws.
  @discardableResult
  public func train(
    _ network: Network, on training: some LabelledSet<Learning>, validation: (any LabelledSet<Choosing>)? = nil,
    seed: UInt64, from checkpoint: TrainingLoop.Checkpoint? = nil, observers: [any TrainingObserver] = []
  ) throws -> [TrainingLoop.Epoch] {
    guard !training.isVaried, network.canKeepFeatures(of: training) else {
      return try run(network, training, validation, seed, checkpoint, observers)
    }
    let (base, top) = network.cut
    func features<Role>(of set: some LabelledSet<Role>) -> FeatureSet<Role> { base.features(of: set) }
    return try run(
      top, features(of: training), validation.map { features(of: $0) }, seed, checkpoint, observers)
  }

  /// Searches for a rate of the head from where a network stands, by a few steps of this training at growing rates, after
  /// which the network is as it was; rates of the other groups follow by `factor`.
  /// - Throws: what `advance`, which is told of every step, throws.
  public func rateCurve(
    of network: Network, on training: some LabelledSet<Learning>, by finder: LearningRateFinder = LearningRateFinder(),
    seed: UInt64, advance: @escaping () throws -> Void = {}
  ) throws -> LearningRateCurve {
    guard !training.isVaried, network.canKeepFeatures(of: training) else {
      return try finder.search(network, optimizer: optimizer(of: network.layerGroups), advance: advance) {
        training.shuffledBatches(of: batchSize, seed: seed, epoch: $0)
      }
    }
    let (base, top) = network.cut
    let features = base.features(of: training)
    return try finder.search(top, optimizer: optimizer(of: top.layerGroups), advance: advance) {
      features.shuffledBatches(of: batchSize, seed: seed, epoch: $0)
    }
  }

  /// What moves the layer groups.
  private func optimizer(of groups: [LayerGroup]) -> DiscriminativeRates {
    DiscriminativeRates(groups, learningRate: learningRate, factor: factor) { parameters, rate in
      SGD(parameters, learningRate: rate, momentum: 0.9, nesterov: true)
    }
  }

  /// The loop: what learns, at which rates, and what ends it.
  private func run(
    _ network: some GroupedLayer, _ training: some LabelledSet<Learning>, _ validation: (any LabelledSet<Choosing>)?,
    _ seed: UInt64, _ checkpoint: TrainingLoop.Checkpoint?, _ observers: [any TrainingObserver]
  ) throws -> [TrainingLoop.Epoch] {
    let groups = network.layerGroups
    let start = StartingPoint(of: groups.dropLast())
    let loop = TrainingLoop(
      epochs: epochs, schedule: .oneCycle(warmUp: 0.1), penalty: decay > 0 ? { start.decay(decay) } : nil)
    let stopping = patience.map { [EarlyStopping(patience: $0)] } ?? []
    return try loop.run(
      network, optimizer: optimizer(of: groups), from: checkpoint, observers: stopping + observers,
      validate: validation.map { set in { network.score(on: set) } }
    ) { training.shuffledBatches(of: batchSize, seed: seed, epoch: $0) }
  }
}

extension Network {
  /// Whether what the frozen groups make of the pictures takes at most a gigabyte.
  fileprivate func canKeepFeatures(of pictures: some LabelledSet) -> Bool {
    cut.base.features(of: pictures.subset(0..<1)).width * pictures.count <= 1 << 28
  }
}
