import Autograd

/// Examples with labels, which are all for one use: pictures, or what a frozen base has made of them.
///
/// Whoever conforms says what the inputs at some places are, and how a part of the set is taken; batches, their order and
/// equal shares of the classes follow.
///
/// ```swift
/// for batch in training.shuffledBatches(of: 32, seed: 1, epoch: epoch) {
///   let loss = crossEntropy(network(batch.inputs, .training), batch.labels)
///   optimizer.step(loss.gradients())
/// }
/// ```
public protocol LabelledSet<Role> {
  /// What it may be used for: to learn weights, to choose settings, or to be scored once.
  associatedtype Role: SetRole
  /// The label of each example, an index into the classes.
  var labels: [Int] { get }
  /// The inputs at some places, `[indices.count, …]`, in that order; pictures `[indices.count, H, W, C]` in [0, 1].
  func inputs(at indices: some Collection<Int>) -> Tensor
  /// The examples at some places, in that order, for the same use.
  func subset(_ indices: some Sequence<Int>) -> Self
  /// Whether an input is another one each time that it is learnt from, so that nothing made of it can be kept.
  var isVaried: Bool { get }
  /// The inputs of a batch, `[N, …]`, as they are learnt from this once.
  func varied(_ inputs: Tensor, using random: inout RandomSource) -> Tensor
}

extension LabelledSet {
  /// Number of examples.
  public var count: Int { labels.count }

  /// All inputs, `[count, …]`, in their order.
  public var inputs: Tensor { inputs(at: labels.indices) }

  /// Inputs are what they are, unless a set says otherwise.
  public var isVaried: Bool { false }

  /// Inputs are learnt from as they are, unless a set says otherwise.
  public func varied(_ inputs: Tensor, using random: inout RandomSource) -> Tensor { inputs }

  /// The first `count` examples of every class, in their order: a small set with equal shares.
  public func perClass(_ count: Int) -> Self {
    var taken: [Int: Int] = [:]
    return subset(
      labels.indices.filter { index in
        taken[labels[index], default: 0] += 1
        return taken[labels[index], default: 0] <= count
      })
  }

  /// How many examples go through a network at once: `most`, but no more than eight pictures of 224 by 224 pixels have
  /// values, so that what the layers make of them does not take more memory the larger they are.
  public func batchSize(atMost most: Int) -> Int {
    guard !labels.isEmpty else { return most }
    let values = inputs(at: 0..<1).shape.reduce(1, *)
    return max(1, min(most, 8 * 224 * 224 * 3 / max(values, 1)))
  }

  /// The whole set in its own order, `size` examples at a time; the last batch may be smaller.
  public func batches(of size: Int) -> Batches<Self> { batches(of: size, order: Array(labels.indices)) }

  /// The examples at some places in that order, `size` at a time; the last batch may be smaller.
  package func batches(of size: Int, order: [Int]) -> Batches<Self> { Batches(self, order: order, size: size) }
}

extension LabelledSet where Role == Learning {
  /// One epoch in an order that follows from the seed and the epoch, each input varied where the set says so.
  ///
  /// Sets of as many examples have the same order, whatever their inputs are.
  public func shuffledBatches(of size: Int, seed: UInt64, epoch: Int = 0) -> Batches<Self> {
    var random = RandomSource(seed: seed, stream: UInt64(epoch))
    let order = labels.indices.shuffled(using: &random)
    return Batches(self, order: order, size: size, random: isVaried ? random : nil)
  }
}
