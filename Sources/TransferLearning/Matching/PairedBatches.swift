import Autograd
import NeuralNetworks

/// The batches of a set for an epoch, and at the same places what a source or a teacher made of the same pictures.
///
/// ```swift
/// let pairs = PairedBatches(training, with: maps.layers, size: 10, seed: 1, epoch: epoch) { _, maps in current = maps }
/// for batch in pairs { … }   // current: the source's maps of the batch
/// ```
public struct PairedBatches<Pictures: LabelledSet>: Sequence, IteratorProtocol where Pictures.Role == Learning {
  private var pictures: Batches<Pictures>
  private var companions: [Batches<FeatureSet<Learning>>]
  private let tell: (LabelledBatch, [Tensor]) -> Void

  /// The batches of an epoch; before each is given, `tell` is told it and what belongs to it.
  ///
  /// Pictures must not be varied, since what was made of them would then be of others.
  public init(
    _ pictures: Pictures, with companions: [FeatureSet<Learning>], size: Int, seed: UInt64, epoch: Int,
    tell: @escaping (_ batch: LabelledBatch, _ companions: [Tensor]) -> Void
  ) {
    precondition(
      !pictures.isVaried && companions.allSatisfy { $0.labels == pictures.labels },
      "what was made of pictures belongs to these as they are")
    self.pictures = pictures.shuffledBatches(of: size, seed: seed, epoch: epoch)
    self.companions = companions.map { $0.shuffledBatches(of: size, seed: seed, epoch: epoch) }
    self.tell = tell
  }

  /// How many batches are left, which is exact.
  public var underestimatedCount: Int { pictures.underestimatedCount }

  /// The next batch, or nil after the last.
  public mutating func next() -> LabelledBatch? {
    guard let batch = pictures.next() else { return nil }
    tell(batch, companions.indices.compactMap { companions[$0].next()?.inputs })
    return batch
  }
}
