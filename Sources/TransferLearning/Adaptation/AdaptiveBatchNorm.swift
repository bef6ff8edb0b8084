import Autograd
import NeuralNetworks

extension Layer {
  /// Gives every batch norm the mean and the variance of what enters it when pictures of the target go through, and leaves all
  /// weights as they are: adaptive batch norm (AdaBN; Li et al., 2018).
  ///
  /// Batches of `size` go through as in training; each counts by its examples, the variances are the unbiased ones within
  /// batches, and a last batch of one example is left out. Nothing is learnt, so frozen norms are adapted, too.
  public func adaptBatchNorms(to target: UnlabelledSet, batch size: Int = 64) {
    precondition(size > 1, "a batch of \(size) has no variance")
    let norms = descendants.compactMap { $0.layer as? BatchNorm2D }
    guard !norms.isEmpty, target.count > 1 else { return }
    let statistics = norms.flatMap { [$0.runningMean, $0.runningVariance] }
    let zeros = statistics.map { Tensor(shape: $0.value.shape, filledWith: 0) }
    let frozen = norms.map(\.weight).filter { !$0.isTrainable }
    frozen.forEach { $0.isTrainable = true }
    defer { frozen.forEach { $0.isTrainable = false } }
    var sums = zeros
    var count: Float = 0
    for batch in target.batches(of: size) where batch.shape[0] > 1 {
      // From zero, what is remembered of one batch is its own statistics times the momentum.
      zip(statistics, zeros).forEach { $0.set($1) }
      _ = self(batch, .training)
      let share = Float(batch.shape[0])
      let momenta = norms.flatMap { [$0.momentum, $0.momentum] }
      for (place, statistic) in statistics.enumerated() {
        sums[place] = sums[place] + statistic.value * (share / momenta[place])
      }
      count += share
    }
    zip(statistics, sums).forEach { $0.set($1 / count) }
  }
}

/// Which batch goes through the norms, and what they remember, where a network learns from two domains at once.
public enum NormMemory: String, Sendable, Hashable, CaseIterable {
  /// Source and target in one batch, and one memory: each domain is measured by the mean of both.
  case oneBatch = "one-batch"
  /// A batch for each, and one memory: in training each domain is measured by itself, and later by a mixture that neither
  /// ever saw. The usual slip of self-training.
  case mixed
  /// A batch and a memory for each (Chang et al., 2019): the network is used on the target with the target's.
  case own
}

/// The running statistics of a network, once for each domain.
final class NormMemories {
  enum Side { case source, target }

  private let statistics: [Parameter]
  private var kept: [Side: [Tensor]]
  private(set) var side = Side.source

  /// Both begin as the network's own.
  init(of network: any Layer) {
    statistics = network.state.map(\.parameter).filter(\.isStatistic)
    let values = statistics.map(\.value)
    kept = [.source: values, .target: values]
  }

  /// Puts the statistics of a side into the network; those of the other are kept.
  func use(_ side: Side) {
    guard side != self.side else { return }
    kept[self.side] = statistics.map(\.value)
    zip(statistics, kept[side] ?? []).forEach { $0.set($1) }
    self.side = side
  }
}
