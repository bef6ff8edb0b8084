import ModelZoo
import NeuralNetworks
import TransferLearning

/// How a network is trained.
public struct TrainingSettings: Sendable {
  /// What learns.
  public var strategy: TrainingStrategy
  /// The most times that every picture is seen; a head is found in one go and has no epochs.
  public var epochs: Int
  /// The largest step size of the head, of SGD with momentum.
  public var learningRate: Float
  /// Parts from the picture on that stay frozen in fine-tuning.
  public var frozenParts = 0
  /// Whether pictures are mirrored and cropped by chance.
  public var isAugmented = false
  /// Pictures in a batch.
  public var batchSize = 20
  /// Epochs without a lower loss on validation pictures after which training ends and the best one is kept.
  ///
  /// Where it is nil, all epochs are trained and the last one is kept.
  public var patience: Int?
  /// What order, augmentation and new weights follow from.
  public var seed: UInt64 = 1

  /// The usual settings of a strategy.
  public init(_ strategy: TrainingStrategy) {
    self.strategy = strategy
    epochs = strategy.usualEpochs
    learningRate = strategy.usualLearningRate
    patience = strategy.patience
  }

  /// Refuses, in one line, a network that the settings do not fit.
  /// - Throws: one line that says what fits.
  public func check(for network: Network) throws {
    let parts = network.layerGroups.count
    guard frozenParts < parts else {
      throw NetworkError(
        "--freeze \(frozenParts): \(network.architecture.name) has \(parts) parts, of which the last, its head, "
          + "has to learn; freeze 0 to \(parts - 1)")
    }
    guard strategy != .head || network.linearHead != nil else {
      throw NetworkError(
        "\(network.architecture.name): its head is not a linear layer, so --strategy head cannot find it; give "
          + "--strategy fine-tune --freeze \(parts - 1)")
    }
  }
}
