import Autograd
import Imaging

/// A random change to a training picture that leaves its label true and its size as it was.
public protocol Augmentation: Sendable {
  /// The picture, changed as chance has it.
  func apply(to image: Image, using random: inout RandomSource) -> Image
}

/// Several augmentations, one after the other.
public struct Augmentations: Augmentation {
  /// What is applied, in this order.
  public let steps: [any Augmentation]

  /// A chain of augmentations.
  public init(_ steps: any Augmentation...) {
    self.steps = steps
  }

  /// The picture after all steps.
  public func apply(to image: Image, using random: inout RandomSource) -> Image {
    steps.reduce(image) { $1.apply(to: $0, using: &random) }
  }
}
