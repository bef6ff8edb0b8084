import Grading

/// A weight of the variation loss as somebody else has published it.
public struct VariationRecipe: Sendable, Hashable {
  /// What stands before the *sum* of the absolute differences between neighbours.
  public let weight: Float
  /// The size of the pictures that the weight was found with.
  public let height, width, channels: Int

  /// A weight, and the pictures that it was found with.
  public init(weight: Float, height: Int, width: Int, channels: Int) {
    self.weight = weight
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// The number of pairs of neighbours in a picture of that size.
  package var differences: Int { channels * ((height - 1) * width + height * (width - 1)) }
}
