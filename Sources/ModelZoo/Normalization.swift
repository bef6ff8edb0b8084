import Autograd

/// The scale on which a network was trained: a picture in [0, 1] becomes (x − mean) / standardDeviation per channel.
public struct Normalization: Sendable, Hashable {
  /// Red, green and blue; or luminance alone.
  public let mean, standardDeviation: [Float]

  /// A scale per channel, of which there are three or one; a standard deviation must be positive.
  public init(mean: [Float], standardDeviation: [Float]) {
    precondition(mean.count == standardDeviation.count, "a scale has as many deviations as means")
    precondition(mean.count == 3 || mean.count == 1, "a scale has three channels or one, not \(mean.count)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// From [0, 1] to [−2, 2], which suits networks that were trained from scratch on the Menagerie.
  public static let centred = Normalization(mean: [0.5, 0.5, 0.5], standardDeviation: [0.25, 0.25, 0.25])

  /// Means and standard deviations of ImageNet's photographs, which most published networks expect.
  public static let imageNet = Normalization(
    mean: [0.485, 0.456, 0.406], standardDeviation: [0.229, 0.224, 0.225])

  /// From level 127 of 255 to 0, and 128 levels to 1, as the small networks of TensorFlow have it: nearly from −1 to 1.
  public static let tensorFlow = Normalization(
    mean: [Float](repeating: 127 / 255, count: 3), standardDeviation: [Float](repeating: 128 / 255, count: 3))

  /// Channels of the pictures that a network with this scale takes: 3 or 1.
  public var channels: Int { mean.count }

  /// Pictures `[N, H, W, 3]` or `[N, H, W, 1]` in [0, 1] on the network's scale.
  ///
  /// For a scale of one channel, three become one by the luma of ITU-R BT.601; for three, one is taken three times.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    let isColoured = pictures.shape.last == 3
    let values =
      channels == 1 && isColoured ? (pictures * Normalization.luma).sum(along: [3], keepingAxes: true) : pictures
    return values * Tensor(standardDeviation.map { 1 / $0 }) - Tensor(zip(mean, standardDeviation).map { $0 / $1 })
  }

  private static var luma: Tensor { Tensor([0.299, 0.587, 0.114]) }
}
