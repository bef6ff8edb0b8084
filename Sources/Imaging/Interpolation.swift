/// How the values between pixels are found when a picture changes its size.
public enum Interpolation: String, Sendable, Hashable, CaseIterable, Codable {
  /// A triangle over the two nearest pixels each way.
  case bilinear
  /// The cubic convolution of Keys (1981) with a = −0.5 over the four nearest pixels, as Pillow and PyTorch's antialiased
  /// `interpolate` have it.
  case bicubic

  /// How far from its centre the kernel reaches, in pixels.
  var support: Double { self == .bilinear ? 1 : 2 }

  /// The height of the kernel at a distance from its centre, in pixels.
  func callAsFunction(_ distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .bilinear: return max(0, 1 - x)
    case .bicubic:
      if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
    }
  }
}
