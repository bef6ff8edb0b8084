import Autograd
import Foundation

/// How pictures are looked at anew in every step, so that what is drawn has to be recognised from more than one point of view.
public protocol PictureView: Sendable {
  /// Pictures `[N, H, W, C]` in [0, 1], all looked at in the same way, which chance chooses.
  func callAsFunction(_ pictures: Tensor, random: inout RandomSource) -> Tensor
}

/// A picture moved, enlarged and turned by chance; what comes in from outside is grey.
public struct RandomView: PictureView {
  /// The largest move in pixels, each way.
  public var jitter: Float
  /// The range of factors of enlargement.
  public var scale: ClosedRange<Float>
  /// The largest turn in degrees, each way.
  public var rotation: Float

  /// Moves by up to `jitter` pixels, enlargements by a factor in `scale` (above 0), turns by up to `rotation` degrees.
  public init(jitter: Float = 4, scale: ClosedRange<Float> = 0.9...1.1, rotation: Float = 10) {
    precondition(scale.lowerBound > 0, "a picture cannot be enlarged \(scale.lowerBound) times")
    self.jitter = jitter
    self.scale = scale
    self.rotation = rotation
  }

  /// Pictures `[N, H, W, C]` in [0, 1], all looked at in the same way, which chance chooses.
  public func callAsFunction(_ pictures: Tensor, random: inout RandomSource) -> Tensor {
    let angle = random.uniform(-rotation...rotation) * Float.pi / 180
    let factor = 1 / random.uniform(scale)
    let (right, down) = (random.uniform(-jitter...jitter), random.uniform(-jitter...jitter))
    let theta = [
      cos(angle) * factor, -sin(angle) * factor, 2 * right / Float(pictures.shape[2]),
      sin(angle) * factor, cos(angle) * factor, 2 * down / Float(pictures.shape[1]),
    ]
    return (pictures - 0.5).affineWarped(theta: theta) + 0.5
  }
}
