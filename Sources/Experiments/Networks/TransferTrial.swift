import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

/// What pre-training is worth where pictures are few: the same few pictures are learnt by a linear head on a network's
/// frozen features, and by the network's architecture from scratch.
///
/// ```swift
/// let trial = TransferTrial(.farm, from: try Catalogue.network("mini-vgg"))
/// trial.headAccuracy(seed: 1) - trial.scratchAccuracy(seed: 1)   // what the transfer gains
/// ```
public struct TransferTrial {
  /// What is learnt.
  public let task: ClassificationTask
  private let network: Network
  private let picturesPerClass: Int
  private let test: TestSet
  private let testFeatures: Tensor

  /// A trial on a task; every test picture goes through the network once, whatever the number of seeds.
  public init(
    _ task: ClassificationTask, from network: Network, picturesPerClass: Int = 5, testCount: Int = 1_000
  ) {
    self.task = task
    self.network = network
    self.picturesPerClass = picturesPerClass
    test = Menagerie(task).testSet(count: testCount, size: network.inputSize)
    testFeatures = .concatenated(test.batches(of: 100).map { network.features(of: $0.inputs) })
  }

  /// The share of test pictures that a linear head on the frozen features classifies rightly, in [0, 1].
  public func headAccuracy(seed: UInt64) -> Float {
    let training = trainingSet(seed)
    let features = network.features(of: training.inputs)
    var random = RandomSource(seed: seed)
    let head = Linear(features.shape[1], task.classes.count, random: &random)
    let optimizer = Adam.withDecoupledDecay(head.parameters, learningRate: 0.02)
    for _ in 0..<100 { optimizer.step(crossEntropy(head(features), training.labels).gradients()) }
    return NeuralNetworks.accuracy(head(testFeatures), test.labels)
  }

  /// The share of test pictures that the architecture classifies rightly, in [0, 1], when it starts from random weights
  /// and is trained until it knows its few pictures.
  public func scratchAccuracy(seed: UInt64) throws -> Float {
    try ScratchTraining().network(like: network, from: trainingSet(seed), seed: seed).accuracy(on: test)
  }

  /// The pictures of a seed, which are those of another world with the same task.
  private func trainingSet(_ seed: UInt64) -> TrainingSet {
    Menagerie(task, seed: seed)
      .trainingSet(count: 2 * picturesPerClass * task.classes.count, size: network.inputSize).perClass(picturesPerClass)
  }
}

extension Network {
  /// What the linear layer at the end sees of pictures `[N, H, W, 3]`, `[N, D]`.
  fileprivate func features(of pictures: Tensor) -> Tensor {
    whileFrozen { outputs(of: ["avgpool"], for: pictures)["avgpool"] ?? pictures }
  }
}
