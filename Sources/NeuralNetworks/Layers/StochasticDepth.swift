import Autograd

/// Leaves out a block for a share of the pictures of a batch in training, and scales up the rest (Huang et al., 2016).
///
/// It stands at the end of what a residual block adds to its input, so that those pictures come past the block unchanged.
public final class StochasticDepth: Layer {
  /// The probability of a picture to be left out, in [0, 1).
  public let probability: Float
  private var random: RandomSource

  /// A layer with its own source of chance.
  public init(_ probability: Float, seed: UInt64) {
    precondition(0 <= probability && probability < 1, "a probability to drop is in [0, 1), not \(probability)")
    self.probability = probability
    random = RandomSource(seed: seed)
  }

  /// The input at inference; in training each picture times 0 or 1 / (1 − p).
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard mode == .training, probability > 0 else { return input }
    let factors = (0..<input.shape[0]).map { _ in random.chance(probability) ? 0 : 1 / (1 - probability) }
    return input * Tensor(factors, shape: [input.shape[0]] + input.shape.dropFirst().map { _ in 1 })
  }
}
