import Autograd
import Foundation

/// How far a picture is from another one, on the scale of pictures in [0, 1].
public struct PictureDistance: Sendable, Hashable {
  /// L∞, the largest change of a value.
  public let maximum: Float
  /// The largest change in steps of 1/255, whole between pictures that were read from files of 8 bits.
  public var levels: Int { Int((maximum * 255).rounded()) }
  /// L2, the root of the sum of the squares of all changes.
  public let euclidean: Float
  /// The peak signal-to-noise ratio, −10 · log₁₀ of the mean square of the changes, in dB; infinite for equal pictures.
  public let peakSignalToNoise: Float
  /// The structural similarity, 1 for equal pictures (Wang et al., 2004).
  public let structuralSimilarity: Float

  /// The distance of two pictures `[H, W, C]` or `[1, H, W, C]` of one size.
  public init(from one: Tensor, to other: Tensor) {
    precondition(one.shape == other.shape, "pictures of \(one.shape) and \(other.shape) cannot be compared")
    let changes = zip(one.values, other.values).map { $1 - $0 }
    let squares = changes.reduce(into: 0.0) { $0 += Double($1) * Double($1) }
    maximum = changes.map { abs($0) }.max() ?? 0
    euclidean = Float(squares.squareRoot())
    peakSignalToNoise = Float(-10 * log10(squares / Double(max(1, changes.count))))
    structuralSimilarity = similarity(one, other)
  }
}

/// The mean over channels and places of
/// (2 μ_a μ_b + c₁)(2 σ_ab + c₂) / ((μ_a² + μ_b² + c₁)(σ_a² + σ_b² + c₂))
/// with means and covariances under a Gaussian window of 11 pixels, σ = 1.5, that lies wholly inside the picture;
/// c₁ = 0.01², c₂ = 0.03².
private func similarity(_ one: Tensor, _ other: Tensor) -> Float {
  let shape = Array(one.shape.suffix(3))
  let side = min(11, shape[0], shape[1])
  let weights = (0..<side).map { exp(-pow(Double($0) - Double(side - 1) / 2, 2) / (2 * 1.5 * 1.5)) }
  let sum = weights.reduce(0, +)
  let window: [Float] = weights.flatMap { a in weights.map { b in Float(a * b / (sum * sum)) } }
  // Every channel is a picture of one channel, so that one convolution takes all windows' means.
  func channels(_ picture: Tensor) -> Tensor {
    picture.reshaped([1] + shape).permuted([3, 1, 2, 0])
  }
  func means(_ picture: Tensor) -> Tensor {
    picture.convolved(weight: Tensor(window, shape: [1, 1, side, side]))
  }
  let (a, b) = (channels(one.detached()), channels(other.detached()))
  let (meanA, meanB) = (means(a), means(b))
  let (varianceA, varianceB) = (means(a * a) - meanA * meanA, means(b * b) - meanB * meanB)
  let covariance = means(a * b) - meanA * meanB
  let (c1, c2): (Float, Float) = (1e-4, 9e-4)
  let above = (meanA * meanB * 2 + c1) * (covariance * 2 + c2)
  let below = (meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2)
  return (above / below).mean().item
}
