import Autograd
import ModelZoo
import NeuralNetworks

/// What three scores say of a source network for a target, without training anything.
///
/// ```swift
/// let scores = TransferabilityScores(of: try Catalogue.network("mini-vgg"), on: training)
/// scores.logME   // the larger, the more promising
/// ```
public struct TransferabilityScores: Sendable {
  /// The log expected empirical prediction, at most 0, by ``leepScore(_:labels:)``.
  public let leep: Double
  /// The logarithm of the maximum evidence for each picture, by ``logMEScore(_:labels:)``.
  public let logME: Double
  /// The H-score, between 0 and the number of classes less 1, by ``hScore(_:labels:)``.
  public let hScore: Double

  /// Scores a network by what it makes of labelled pictures to learn from: its features below the head, and its own answers.
  public init(of network: Network, on training: some LabelledSet<Learning>) {
    let features = network.whileFrozen { FrozenBase(of: network).features(of: training).features }
    let answers = network.logits(of: training).softmax()
    leep = leepScore(answers, labels: training.labels)
    logME = logMEScore(features, labels: training.labels)
    hScore = TransferLearning.hScore(features, labels: training.labels)
  }
}
