import Autograd

/// A defence that leaves each value only a few bits (Xu et al., 2018, *Feature Squeezing*): a change that is smaller than
/// half a step is rounded away, unless it carries a value over the border between two steps.
///
/// It has no gradient: one is 0 within a step and none between two.
public struct BitDepthReduction: Defence {
  /// Bits that a value keeps, 1 to 8.
  public let bits: Int

  /// A reduction to so many bits, 1 to 8.
  public init(bits: Int) {
    precondition(1...8 ~= bits, "a value keeps 1 to 8 bits, not \(bits)")
    self.bits = bits
  }

  /// Pictures `[N, H, W, C]` in [0, 1] with each value moved to the nearest of 2^bits values from 0 to 1.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    let highest = Float(1 << bits) - 1
    return pictures.mapped { ($0 * highest).rounded() / highest }
  }
}
