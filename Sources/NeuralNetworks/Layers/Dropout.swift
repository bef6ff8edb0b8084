import Autograd

/// Sets a share of the values to zero in training and scales up the rest (Srivastava et al., 2014).
public final class Dropout: Layer {
  /// The probability of a value to be dropped, in [0, 1).
  public let probability: Float
  private var random: RandomSource

  /// A layer with its own source of chance.
  public init(_ probability: Float, seed: UInt64) {
    precondition(0 <= probability && probability < 1, "a dropout probability is in [0, 1), not \(probability)")
    self.probability = probability
    random = RandomSource(seed: seed)
  }

  /// The input at inference; in training each value times 0 or 1 / (1 − p).
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard mode == .training, probability > 0 else { return input }
    let scale = 1 / (1 - probability)
    let mask = (0..<input.count).map { _ in random.chance(probability) ? 0 : scale }
    return input * Tensor(mask, shape: input.shape)
  }
}
