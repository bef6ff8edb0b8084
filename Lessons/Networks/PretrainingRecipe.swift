import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

/// How a network of the course was made: from seeds alone, so that anyone can make the same bytes again.
public struct PretrainingRecipe: Sendable {
  /// The network's name in the catalogue.
  public let name: String
  let architecture: Architecture
  let epochs: Int
  let learningRate: Float
  let seed: UInt64

  private static let batchSize = 64
  private static let momentum: Float = 0.9
  private static let weightDecay: Float = 5e-4
  private static let labelSmoothing: Float = 0.05

  /// The recipes of all networks that the course ships.
  public static let all = [
    PretrainingRecipe(name: "mini-vgg", architecture: .miniVGG, epochs: 4, learningRate: 0.1, seed: 1)
  ]

  /// The recipe of that name, if there is one.
  public static func named(_ name: String) -> PretrainingRecipe? {
    all.first { $0.name == name }
  }

  /// Trains the network on the Menagerie and scores it once on the test set.
  ///
  /// The file that the result is written to says how it was made and what it scores.
  public func train(report: (TrainingLoop.Step) throws -> Void) rethrows -> Network {
    let world = Menagerie()
    let training = world.trainingSet()
    var random = RandomSource(seed: seed)
    var network = Network(architecture, classes: training.classNames.map(\.english), inputSize: 64, random: &random)
    let optimizer = SGD(
      network.parameters, learningRate: learningRate, momentum: PretrainingRecipe.momentum,
      weightDecay: PretrainingRecipe.weightDecay, nesterov: true)
    let loop = TrainingLoop(epochs: epochs, schedule: .oneCycle()) { logits, labels in
      crossEntropy(logits, labels, labelSmoothing: PretrainingRecipe.labelSmoothing)
    }
    try loop.run(
      network, optimizer: optimizer,
      batches: { epoch in
        training
          .shuffledBatches(
            of: PretrainingRecipe.batchSize, seed: seed, epoch: epoch,
            augmentation: Augmentations(Mirror(), RandomCrop(), ColorJitter(), PixelNoise(amplitude: 0.15))
          )
          .lazy.map { (images: $0.images, labels: $0.labels) }
      }, report: report)
    let test = world.testSet()
    network.provenance = [
      "made_with": "alih pretrain \(name)",
      "training": "\(training.count) pictures of the Menagerie, \(epochs) epochs, batches of "
        + "\(PretrainingRecipe.batchSize), SGD with Nesterov momentum \(PretrainingRecipe.momentum), one-cycle rate up "
        + "to \(learningRate), decay \(PretrainingRecipe.weightDecay), label smoothing "
        + "\(PretrainingRecipe.labelSmoothing), pictures mirrored, shifted, recoloured and with noise, seed \(seed)",
      "test_accuracy": "\(network.accuracy(on: test)) of \(test.count) pictures",
    ]
    return network
  }
}
