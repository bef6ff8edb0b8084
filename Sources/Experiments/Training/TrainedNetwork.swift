import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A network that has been trained, and how it went.
public struct TrainedNetwork {
  /// The network; its file will say how it was made.
  public private(set) var network: Network
  /// How the pictures to learn from are classified in the end.
  public let training: Score
  /// How the pictures to choose by are classified in the end.
  public let validation: Score
  /// How the pictures to choose by were classified by the new head on the frozen base, before fine-tuning.
  public internal(set) var headAlone: Score?
  /// How each epoch went, where there were any.
  public internal(set) var epochs: [TrainingLoop.Epoch] = []
  /// The epoch that the network was kept from, counted from 1.
  ///
  /// It is 0 where no epoch was better than the head alone, and where there was none.
  public internal(set) var keptEpoch = 0
  /// How the training diverged, if it did: the network is then what it was after a good epoch before.
  public private(set) var divergence: TrainingDivergence?
  /// What a head was worth with fewer pictures.
  public internal(set) var learningCurve: HeadCurve?
  /// How long it took.
  public internal(set) var seconds = 0.0
  /// What each picture to choose by is taken for.
  package let predictions: Predictions

  /// Scores a network that `training` made by its logits of all pictures, and notes in it how.
  package init(_ network: Network, _ training: NetworkTraining, logits: (training: Tensor, validation: Tensor)) {
    func score(_ logits: Tensor, _ labels: [Int]) -> Score {
      Score(loss: crossEntropy(logits, labels).item, accuracy: accuracy(logits, labels))
    }
    let data = training.data
    self.network = network
    self.training = score(logits.training, data.training.labels)
    validation = score(logits.validation, data.validation.labels)
    predictions = Predictions(logits.validation.softmax(), of: data.validation)
    self.network.provenance = [
      "made_with": "alih train --strategy \(training.settings.strategy.rawValue)",
      "training": training.description,
      "validation_accuracy": "\(validation.accuracy) of \(data.validation.count) pictures",
    ]
  }

  /// Notes, in the network's file as well, that the training diverged.
  mutating func note(_ divergence: TrainingDivergence) {
    self.divergence = divergence
    network.provenance["training", default: ""] +=
      "; diverged in epoch \(divergence.epoch + 1)"
      + (keptEpoch > 0 ? ", kept from epoch \(keptEpoch)" : ", head alone kept")
  }
}

extension NetworkTraining {
  /// How it was done, for the network's file.
  package var description: String {
    let pictures =
      "\(data.training.count) pictures of \(data.name), \(data.validation.count) more to choose by, "
      + "seed \(settings.seed)"
    let scale = source.network.assumedScale.map { ", whose scale was taken to be \($0.en)" } ?? ""
    guard settings.strategy != .head else {
      return "\(pictures); logistic regression with penalty 1 on the features of \(source.name)\(scale)"
    }
    let head = source.network.linearHead == nil ? "a random head" : "a head by logistic regression"
    let start = settings.strategy == .scratch ? "random weights" : "\(source.name)\(scale) and \(head)"
    let epochs =
      settings.patience.map { "at most \(settings.epochs) epochs with a patience of \($0)" }
      ?? "\(settings.epochs) epochs"
    return
      "\(pictures); from \(start), \(settings.frozenParts) parts frozen, \(epochs), batches of "
      + "\(settings.batchSize), SGD with momentum, one-cycle rate up to \(settings.learningRate)"
      + (settings.isAugmented ? ", pictures mirrored and cropped" : "")
  }
}
