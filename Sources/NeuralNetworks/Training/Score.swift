import Autograd

/// How a network does on a labelled set.
public struct Score: Sendable, Hashable {
  /// The mean cross entropy, in nats.
  public let loss: Float
  /// The share of examples that are classified rightly, in [0, 1].
  public let accuracy: Float

  /// A score from its two numbers.
  public init(loss: Float, accuracy: Float) {
    self.loss = loss
    self.accuracy = accuracy
  }
}

extension Layer {
  /// The logits of all examples of a set, `[count, classes]`, as the network is: nothing is learnt, nothing is dropped.
  public func logits(of set: some LabelledSet, batch size: Int? = nil) -> Tensor {
    let size = size ?? set.batchSize(atMost: 50)
    return whileFrozen { .concatenated(set.batches(of: size).map { self($0.inputs) }) }
  }

  /// The loss and the accuracy over a set.
  public func score(on set: some LabelledSet) -> Score {
    let logits = logits(of: set)
    return Score(loss: crossEntropy(logits, set.labels).item, accuracy: accuracy(logits, set.labels))
  }
}
