import Foundation

extension RandomSource {
  /// A share in [0, 1] drawn from the Beta(α, α) distribution, of density proportional to xᵅ⁻¹ (1 − x)ᵅ⁻¹: with α = 1
  /// uniform, with a smaller α near 0 or 1, with a larger one near ½.
  ///
  /// X / (X + Y) with X and Y drawn from the gamma distribution of shape α.
  public mutating func beta(_ alpha: Double) -> Float {
    precondition(alpha > 0 && alpha.isFinite, "Beta(α, α) needs an α above 0, not \(alpha)")
    let (one, other) = (logGamma(alpha), logGamma(alpha))
    return Float(1 / (1 + exp(other - one)))
  }

  /// The logarithm of a number drawn from the gamma distribution of a shape and scale 1 (Marsaglia and Tsang, 2000), which for
  /// small shapes is too small a number itself.
  private mutating func logGamma(_ shape: Double) -> Double {
    // For shapes below 1 one of shape + 1 times U^(1/shape) (the authors' section 6).
    guard shape >= 1 else { return logGamma(shape + 1) + log(1 - Double(uniform())) / shape }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = Double(normal())
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if v > 0, log(1 - Double(uniform())) < x * x / 2 + d - d * v + d * log(v) { return log(d * v) }
    }
  }
}
