import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Visualization

/// How a network of the course was made: from seeds alone, so that anyone can make the same bytes again.
public struct PretrainingRecipe: Sendable {
  /// The network's name in the catalogue.
  public let name: String
  package let architecture: Architecture
  /// The network of the course whose weights it starts from; random ones if there is none.
  package var start: String?
  var epochs: Int
  package var learningRate: Float
  package var weightDecay: Float = 5e-4
  package var batchSize = 64
  /// The side of its pictures, in pixels.
  package var pictureSize = 64
  package var seed: UInt64
  /// Where its training pictures come from.
  package var world = Menagerie()
  /// How many pictures it is trained, scored and attacked on.
  package var trainingCount = 12_000
  package var testCount = 2_000
  package var attackedCount = 0
  /// The largest strength of the noise on its training pictures.
  package var noise: Float = 0.15
  /// The attacks that it is trained to withstand.
  package var adversary: AdversarialTraining?

  package static let momentum: Float = 0.9
  package static let labelSmoothing: Float = 0.05

  /// Trains the network on the Menagerie and scores it once on the test set.
  ///
  /// The file that the result is written to says how it was made and what it scores.
  /// - Throws: what `report` throws, and one line if the network that it starts from is not there.
  public func train(report: (TrainingLoop.Step) throws -> Void) throws -> Network {
    let training = world.trainingSet(count: trainingCount, size: pictureSize)
    var network = try untrained(classes: training.classNames.map(\.english))
    let optimizer = SGD(
      network.parameters, learningRate: learningRate, momentum: PretrainingRecipe.momentum, weightDecay: weightDecay,
      nesterov: true)
    let loop = TrainingLoop(epochs: epochs, schedule: .oneCycle()) { logits, labels in
      crossEntropy(logits, labels, labelSmoothing: PretrainingRecipe.labelSmoothing)
    }
    try loop.run(
      network, optimizer: optimizer,
      batches: { epoch in
        let batches = training.shuffledBatches(
          of: batchSize, seed: seed, epoch: epoch,
          augmentation: Augmentations(
            Mirror(), RandomCrop(padding: pictureSize / 16), ColorJitter(), PixelNoise(amplitude: noise)))
        return attacked(batches, network, epoch)
      }, report: report)
    network.provenance = provenance(of: network)
    return network
  }

  /// The network before its first step.
  private func untrained(classes: [String]) throws -> Network {
    var random = RandomSource(seed: seed)
    let network = Network(architecture, classes: classes, inputSize: pictureSize, random: &random)
    if let start { try network.load(Catalogue.network(start).stateTensors) }
    return network
  }

  /// The batches of an epoch, each attacked, where there is an adversary, when its turn comes.
  private func attacked(
    _ batches: Batches<Learning>, _ network: Network, _ epoch: Int
  ) -> some Sequence<(images: Tensor, labels: [Int])> {
    let total = Float(batches.underestimatedCount)
    var index = 0
    return batches.lazy.map { batch in
      let attack = adversary?.attack(at: (Float(epoch) + Float(index) / total) / Float(epochs))
      index += 1
      return (attack?.attack(network, batch.images, labels: batch.labels) ?? batch.images, batch.labels)
    }
  }
}
