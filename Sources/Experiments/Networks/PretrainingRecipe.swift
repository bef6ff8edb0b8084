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
  /// The network of the course whose weights it starts from, where their shapes agree; random ones if there is none.
  package var start: String?
  package var epochs: Int
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
  /// - Throws: what an observer throws, one line if the network that it starts from is not there, and `PretrainingDivergence`,
  ///   which has the network of the last good epoch, if the training diverged after one.
  public func train(observers: [any TrainingObserver] = []) throws -> Network {
    let pictures = world.trainingSet(count: trainingCount, size: pictureSize)
    var network = try untrained(classes: pictures.classNames.map(\.english))
    let training = pictures.augmented(
      by: Augmentations(Mirror(), RandomCrop(padding: pictureSize / 16), ColorJitter(), PixelNoise(amplitude: noise)))
    let optimizer = SGD(
      network.parameters, learningRate: learningRate, momentum: PretrainingRecipe.momentum, weightDecay: weightDecay,
      nesterov: true)
    let loop = TrainingLoop(epochs: epochs, schedule: .oneCycle()) { logits, labels in
      crossEntropy(logits, labels, labelSmoothing: PretrainingRecipe.labelSmoothing)
    }
    do {
      try loop.run(network, optimizer: optimizer, observers: observers) { epoch in
        attacked(training.shuffledBatches(of: batchSize, seed: seed, epoch: epoch), network, epoch)
      }
    } catch let divergence as TrainingDivergence where !divergence.epochs.isEmpty {
      network.provenance = provenance(of: network)
      network.provenance["training", default: ""] +=
        "; diverged in epoch \(divergence.epoch + 1), kept from epoch \(divergence.epoch)"
      throw PretrainingDivergence(network: network, divergence: divergence)
    }
    network.provenance = provenance(of: network)
    return network
  }

  /// The network before its first step.
  private func untrained(classes: [String]) throws -> Network {
    var random = RandomSource(seed: seed)
    let network = Network(architecture, classes: classes, inputSize: pictureSize, random: &random)
    guard let start else { return network }
    let known = try Catalogue.network(start).stateTensors
    try network.load(network.stateTensors.merging(known) { own, other in own.shape == other.shape ? other : own })
    return network
  }

  /// The batches of an epoch, each attacked, where there is an adversary, when its turn comes.
  private func attacked(
    _ batches: Batches<AugmentedSet>, _ network: Network, _ epoch: Int
  ) -> some Sequence<LabelledBatch> {
    let total = Float(batches.underestimatedCount)
    var index = 0
    return batches.lazy.map { batch in
      let attack = adversary?.attack(at: (Float(epoch) + Float(index) / total) / Float(epochs))
      index += 1
      guard let attack else { return batch }
      return LabelledBatch(
        inputs: attack.attack(network, batch.inputs, labels: batch.labels), labels: batch.labels)
    }
  }
}
