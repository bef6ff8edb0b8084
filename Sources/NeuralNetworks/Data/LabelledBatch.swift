import Autograd

/// Some examples at once.
public struct LabelledBatch: Sendable {
  /// The inputs, `[labels.count, …]`.
  public let inputs: Tensor
  /// The label of each.
  public let labels: [Int]

  /// Inputs with as many labels.
  public init(inputs: Tensor, labels: [Int]) {
    precondition(inputs.shape.first == labels.count, "\(labels.count) labels do not fit inputs \(inputs.shape)")
    self.inputs = inputs
    self.labels = labels
  }

  /// Number of examples.
  public var count: Int { labels.count }
}

/// The batches of one pass over a set, made one by one as they are asked for.
public struct Batches<Source: LabelledSet>: Sequence, IteratorProtocol {
  private let source: Source
  private let order: [Int]
  private let size: Int
  /// What inputs are varied by; nil where they are taken as they are.
  private var random: RandomSource?
  private var position = 0

  init(_ source: Source, order: [Int], size: Int, random: RandomSource? = nil) {
    precondition(size > 0, "a batch holds at least one example, not \(size)")
    self.source = source
    self.order = order
    self.size = size
    self.random = random
  }

  /// How many batches are left, which is exact.
  public var underestimatedCount: Int { (order.count - position + size - 1) / size }

  /// The next batch, of which the last may be smaller, or nil after it.
  public mutating func next() -> LabelledBatch? {
    guard position < order.count else { return nil }
    let chosen = order[position..<Swift.min(position + size, order.count)]
    position += chosen.count
    var inputs = source.inputs(at: chosen)
    if var chance = random {
      inputs = source.varied(inputs, using: &chance)
      random = chance
    }
    return LabelledBatch(inputs: inputs, labels: chosen.map { source.labels[$0] })
  }
}
