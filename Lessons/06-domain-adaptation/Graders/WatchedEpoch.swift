/// What was noted of a network after an epoch of adaptation.
public struct WatchedEpoch: Sendable, Hashable {
  /// The share of the source's validation pictures that it classified rightly, in [0, 1].
  public let sourceValidation: Float
  /// The mean of its answers on the target, a probability for each class; they sum to 1.
  public let meanAnswer: [Float]
  /// The mean of the entropies of its answers on the target, in nats.
  public let meanEntropy: Float
  /// The share of the target's test pictures that it classified rightly, in [0, 1], which takes labels of the target.
  public let targetTest: Float

  /// An epoch from its parts.
  public init(sourceValidation: Float, meanAnswer: [Float], meanEntropy: Float, targetTest: Float) {
    self.sourceValidation = sourceValidation
    self.meanAnswer = meanAnswer
    self.meanEntropy = meanEntropy
    self.targetTest = targetTest
  }
}
