import Autograd
import ModelZoo
import NeuralNetworks

/// The training of a small target network whose maps are held to those of a source network:
/// L = L_ce + β Σ λ L_channel (equation 4.4 of the lesson; Jang et al., 2019).
///
/// ```swift
/// let maps = SourceMaps(of: source, layers: ["features.6", "features.13"], for: training)
/// let matcher = FeatureMatcher(pairs, sourceChannels: maps.channels, targetChannels: [16, 32, 64], random: &random)
/// try MatchedTraining(epochs: 30, meta: MetaLearning()).train(
///   target, layers: ["layer1", "layer2", "layer3"], like: maps, by: matcher, on: training, seed: 1)
/// ```
public struct MatchedTraining: Sendable {
  /// Times that every picture is seen.
  public var epochs: Int
  /// The largest step size, of AdamW; it falls to zero along half a cosine.
  public var learningRate: Float
  /// Pictures in a batch.
  public var batchSize: Int
  /// β, what the matching loss counts beside the cross entropy.
  public var strength: Float
  /// How the weights of channels and pairs are learnt; nil where they stay as they are.
  public var meta: MetaLearning?

  /// A training of so many epochs, with the paper's β.
  public init(
    epochs: Int, learningRate: Float = 0.005, batchSize: Int = 10, strength: Float = 0.5, meta: MetaLearning? = nil
  ) {
    precondition(epochs >= 0 && learningRate > 0 && batchSize > 0, "no training is like \(epochs) epochs")
    self.epochs = epochs
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.strength = strength
    self.meta = meta
  }

  /// Trains a network whose named layers the matcher holds to the source's maps of the same pictures.
  /// - Throws: what an observer throws, and `TrainingDivergence`.
  @discardableResult
  public func train(
    _ network: Network, layers names: [String], like source: SourceMaps<Learning>, by matcher: FeatureMatcher,
    on training: some LabelledSet<Learning>, seed: UInt64, observers: [any TrainingObserver] = []
  ) throws -> [TrainingLoop.Epoch] {
    let tapped = TappedNetwork(network, layers: names, with: matcher.projections)
    let learner = meta.map { MetaLearner($0, tapped, matcher) }
    var (batch, maps): (LabelledBatch?, [Tensor]) = (nil, [])
    let loop = TrainingLoop(
      epochs: epochs, schedule: .cosine, penalty: { matcher.loss(target: tapped.maps, source: maps) * strength })
    let learning = StepObserver { step in
      if let learner, let batch, (step.step + 1).isMultiple(of: learner.settings.interval) {
        learner.step(batch, source: maps)
      }
    }
    return try loop.run(
      tapped, optimizer: Adam.withDecoupledDecay(tapped.parameters, learningRate: learningRate),
      observers: [learning] + observers
    ) { epoch in
      PairedBatches(training, with: source.layers, size: batchSize, seed: seed, epoch: epoch) {
        (batch, maps) = ($0, $1)
      }
    }
  }
}
