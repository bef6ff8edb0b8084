import Autograd

/// What enters the batch norms of a network while a batch goes through it.
///
/// ```swift
/// let norms = NormInputs()
/// let logits = norms.noting { network(pictures) }
/// let first = norms.inputs[0].input.channelMoments()   // against norms.inputs[0].norm.runningMean
/// ```
public final class NormInputs: @unchecked Sendable {
  /// Each batch norm, in the order of the computation, with what entered it, `[N, H, W, C]`; gradients flow through it.
  public private(set) var inputs: [(norm: BatchNorm2D, input: Tensor)] = []

  @TaskLocal static var current: NormInputs?

  /// Nothing noted yet.
  public init() {}

  /// What `body` gives; every batch norm that it uses is noted.
  ///
  /// Convolutions are then not folded with the norms behind them.
  public func noting<Result>(_ body: () throws -> Result) rethrows -> Result {
    try NormInputs.$current.withValue(self, operation: body)
  }

  func note(_ input: Tensor, enters norm: BatchNorm2D) { inputs.append((norm, input)) }
}
