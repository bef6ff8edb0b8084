import Autograd

/// Mixup: a network learns from pictures that are mixed two and two, and from their labels in the same shares (Zhang et
/// al., 2018).
///
/// For each batch λ is drawn from Beta(α, α) and every example xᵢ gets a partner xⱼ of the same batch by lot:
/// x = λ xᵢ + (1 − λ) xⱼ, loss = λ · cross entropy with yᵢ + (1 − λ) · cross entropy with yⱼ.
///
/// ```swift
/// var loop = TrainingLoop(epochs: 10)
/// loop.objective = Mixup(alpha: 0.2, seed: 1).objective(of: network)
/// ```
public final class Mixup {
  /// α: the smaller it is, the more often a picture stays nearly what it was.
  public let alpha: Double
  private var random: RandomSource

  /// A batch in which examples are mixed two and two.
  public struct Batch: Sendable {
    /// The mixed inputs, of the shape of the batch's.
    public let inputs: Tensor
    /// The labels of the batch, and those of the partners.
    public let labels, partners: [Int]
    /// λ, the share of the batch's own examples, in [0, 1].
    public let share: Float

    /// λ · loss(labels) + (1 − λ) · loss(partners) of the logits `[N, C]` of the mixed inputs.
    public func loss(_ logits: Tensor, _ loss: (_ logits: Tensor, _ labels: [Int]) -> Tensor) -> Tensor {
      loss(logits, labels) * share + loss(logits, partners) * (1 - share)
    }
  }

  /// A mixture with its own source of chance.
  public init(alpha: Double = 0.2, seed: UInt64) {
    precondition(alpha > 0 && alpha.isFinite, "mixup needs an alpha above 0, not \(alpha)")
    self.alpha = alpha
    random = RandomSource(seed: seed)
  }

  /// The examples of a batch, each mixed with another one of it, or with itself, as the lot falls.
  public func mixed(_ batch: LabelledBatch) -> Batch {
    Mixup.mixed(batch, share: random.beta(alpha), partners: random.permutation(batch.count))
  }

  /// The examples of a batch, each mixed with the one at a given place: λ xᵢ + (1 − λ) x_partners[i].
  public static func mixed(_ batch: LabelledBatch, share: Float, partners: [Int]) -> Batch {
    precondition(partners.count == batch.count, "\(partners.count) partners do not fit \(batch.count) examples")
    let inputs = batch.inputs
    let rows = inputs.reshaped([batch.count, inputs.count / max(1, batch.count)])
    let mixed = rows * share + rows.gather(rows: partners) * (1 - share)
    return Batch(
      inputs: mixed.reshaped(inputs.shape), labels: batch.labels, partners: partners.map { batch.labels[$0] },
      share: share)
  }

  /// What the training loop makes smaller: the loss of mixed batches.
  ///
  /// The loss that is told is that of the mixture, and the accuracy is counted by the batch's own labels.
  public func objective(
    of network: some Layer, loss: @escaping (_ logits: Tensor, _ labels: [Int]) -> Tensor = { crossEntropy($0, $1) }
  ) -> (_ batch: LabelledBatch, _ progress: Float) -> TrainingLoop.Objective {
    { batch, _ in
      let mixture = self.mixed(batch)
      let logits = network(mixture.inputs, .training)
      let total = mixture.loss(logits, loss)
      return TrainingLoop.Objective(total: total, loss: total, logits: logits)
    }
  }
}
