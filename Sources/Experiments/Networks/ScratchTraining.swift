import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

/// How an architecture is trained from random weights on few pictures: what transfer has to be measured against.
///
/// Batches are small, so that it takes many steps and is not held up by what it lacks in pictures: whole sets in one
/// batch are known after ten steps, and teach it less.
public struct ScratchTraining: Sendable {
  public var batchSize: Int
  /// The most times that every picture is seen.
  public var epochs: Int
  public var learningRate: Float = 0.002
  /// It ends early once the mean loss of an epoch is below this, in nats: the pictures are known by then.
  public var knownBelow: Float = 0.1

  /// Small batches, and as many epochs as it takes or as there is time for.
  public init(batchSize: Int = 5, epochs: Int = 60) {
    self.batchSize = batchSize
    self.epochs = epochs
  }

  /// The architecture of `network`, with weights that know nothing but these pictures.
  /// - Throws: what an observer throws.
  public func network(
    like network: Network, from training: TrainingSet, seed: UInt64, observers: [any TrainingObserver] = []
  ) throws -> Network {
    var random = RandomSource(seed: seed)
    let scratch = Network(
      network.architecture, classes: training.classNames.map(\.english), inputSize: network.inputSize, random: &random)
    let optimizer = Adam.withDecoupledDecay(scratch.parameters, learningRate: learningRate)
    try TrainingLoop(epochs: epochs).run(
      scratch, optimizer: optimizer, observers: observers + [LossBound(below: knownBelow)]
    ) { training.shuffledBatches(of: batchSize, seed: seed, epoch: $0) }
    scratch.freeze()
    return scratch
  }
}
