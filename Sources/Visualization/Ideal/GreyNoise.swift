import Autograd

extension Tensor {
  /// Noise for a picture to start from, `[1, size, size, 3]`: values drawn uniformly from [0.4, 0.6], around middle grey.
  ///
  /// A seed gives the same noise wherever it is used.
  public static func greyNoise(seed: UInt64, size: Int) -> Tensor {
    var random = RandomSource(seed: seed)
    return .uniform(shape: [1, size, size, 3], in: 0.4...0.6, random: &random)
  }
}
