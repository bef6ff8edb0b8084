import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

/// What pre-training is worth where pictures are few: the same few pictures are learnt by a linear head on a network's
/// frozen features, and by the same architecture from scratch.
///
/// ```swift
/// let trial = TransferTrial(.farm, from: try Catalogue.network("mini-vgg"), picturesPerClass: 5)
/// trial.headAccuracy(seed: 1) - trial.scratchAccuracy(seed: 1)   // what the transfer gains
/// ```
public struct TransferTrial {
  /// What is learnt.
  public let task: ClassificationTask
  /// Training pictures of each class.
  public let picturesPerClass: Int
  private let network: Network
  private let test: TestSet
  private let testFeatures: Tensor

  /// A trial on pictures of a task; every picture of the test set goes through the network once.
  public init(
    _ task: ClassificationTask, from network: Network, picturesPerClass: Int = 5, testCount: Int = 1_000
  ) {
    self.task = task
    self.network = network
    self.picturesPerClass = picturesPerClass
    test = Menagerie(task).testSet(count: testCount, size: network.inputSize)
    testFeatures = .concatenated(test.batches(of: 100).map { network.features(of: $0.images) })
  }

  /// The training pictures of a seed: those of another world with the same task.
  private func training(_ seed: UInt64) -> Batch {
    let pool = Menagerie(task, seed: UInt16(truncatingIfNeeded: seed))
      .trainingSet(count: 2 * picturesPerClass * task.classes.count, size: network.inputSize).perClass(picturesPerClass)
    return pool.batch(Array(pool.labels.indices))
  }

  /// The share of test pictures that a linear head on the frozen features classifies rightly, in [0, 1].
  public func headAccuracy(seed: UInt64) -> Float {
    let training = training(seed)
    let features = network.features(of: training.images)
    var random = RandomSource(seed: seed)
    let head = Linear(features.shape[1], task.classes.count, random: &random)
    learn(head, features, training.labels, steps: 100, rate: 0.02)
    return NeuralNetworks.accuracy(head(testFeatures), test.labels)
  }

  /// The share of test pictures that the network's architecture, trained from scratch, classifies rightly, in [0, 1].
  public func scratchAccuracy(seed: UInt64) -> Float {
    let training = training(seed)
    var random = RandomSource(seed: seed)
    let scratch = Network(
      network.architecture, classes: task.classNames.map(\.english), inputSize: network.inputSize, random: &random)
    learn(scratch, training.images, training.labels, steps: 30, rate: 0.003)
    scratch.freeze()
    return scratch.accuracy(on: test)
  }

  private func learn(_ layer: some Layer, _ inputs: Tensor, _ labels: [Int], steps: Int, rate: Float) {
    let optimizer = Adam.withDecoupledDecay(layer.parameters, learningRate: rate)
    for _ in 0..<steps {
      optimizer.step(crossEntropy(layer(inputs, .training), labels).gradients())
    }
  }
}

extension Network {
  /// What the last layer sees of pictures `[N, H, W, 3]`, `[N, D]`.
  func features(of pictures: Tensor) -> Tensor {
    outputs(of: ["avgpool"], for: pictures)["avgpool"]?.detached() ?? pictures
  }
}
