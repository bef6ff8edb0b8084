import Autograd

/// Starting values for weights `[out, in, …]`; the fan-in is the number of values that one output is a sum of.
extension Tensor {
  /// Normal with standard deviation √(2 / fan-in), which keeps the variance through ReLU layers (He et al., 2015).
  public static func heNormal(shape: [Int], random: inout RandomSource) -> Tensor {
    normal(shape: shape, standardDeviation: (2 / fanIn(shape)).squareRoot(), random: &random)
  }

  /// Uniform in ±√(3 · gain / fan-in): variance gain / fan-in, with gain 2 before a ReLU (He et al., 2015).
  public static func heUniform(shape: [Int], gain: Float = 2, random: inout RandomSource) -> Tensor {
    let bound = (3 * gain / fanIn(shape)).squareRoot()
    return uniform(shape: shape, in: -bound...bound, random: &random)
  }

  /// Uniform in ±√(6 / (fan-in + fan-out)), which keeps the variance both ways (Glorot and Bengio, 2010).
  public static func xavierUniform(shape: [Int], random: inout RandomSource) -> Tensor {
    let fanOut = fanIn(shape) / Float(shape[1]) * Float(shape[0])
    let bound = (6 / (fanIn(shape) + fanOut)).squareRoot()
    return uniform(shape: shape, in: -bound...bound, random: &random)
  }
}

private func fanIn(_ shape: [Int]) -> Float {
  precondition(shape.count >= 2, "a weight has at least two axes, not \(shape)")
  return Float(shape.dropFirst().reduce(1, *))
}
