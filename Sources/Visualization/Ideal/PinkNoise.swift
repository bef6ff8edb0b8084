import Autograd

extension Tensor {
  /// Noise for a picture to start from, `[1, size, size, 3]` in (0, 1): around middle grey, with large and small shapes.
  ///
  /// It is the sigmoid of a sum of waves whose amplitudes are drawn from a normal distribution and divided by the frequency,
  /// the average spectrum of natural pictures (pink noise; Field, 1987). Flat noise has next to nothing of the slow waves, so
  /// that every start would lead to the same picture. The basis says which colours vary together. A seed gives the same noise
  /// wherever it is used.
  public static func pinkNoise(seed: UInt64, size: Int, colors: ColorBasis) -> Tensor {
    var random = RandomSource(seed: seed)
    let amplitudes = Tensor.normal(shape: [1, size, size, 3], random: &random) * 0.4
    return PictureParameters.fourier(colors).decoded(amplitudes)
  }
}
