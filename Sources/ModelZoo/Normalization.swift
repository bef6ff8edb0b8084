import Autograd

/// The scale on which a network was trained: a picture in [0, 1] becomes (x − mean) / standardDeviation per channel.
public struct Normalization: Sendable, Hashable {
  /// Red, green and blue.
  public let mean, standardDeviation: [Float]

  /// A scale per channel; a standard deviation must be positive.
  public init(mean: [Float], standardDeviation: [Float]) {
    precondition(mean.count == 3 && standardDeviation.count == 3, "a scale has three channels")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// From [0, 1] to [−2, 2], which suits networks that were trained from scratch on the Menagerie.
  public static let centred = Normalization(mean: [0.5, 0.5, 0.5], standardDeviation: [0.25, 0.25, 0.25])

  /// Pictures `[N, H, W, 3]` in [0, 1] on the network's scale.
  public func callAsFunction(_ pictures: Tensor) -> Tensor {
    pictures * Tensor(standardDeviation.map { 1 / $0 }) - Tensor(zip(mean, standardDeviation).map { $0 / $1 })
  }
}
