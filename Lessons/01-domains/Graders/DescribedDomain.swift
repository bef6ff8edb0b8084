import Grading
import TransferLearning

/// A domain D = (X, Y, P(x, y)) that is described, not sampled: a world with a few kinds of pictures.
public struct DescribedDomain: Sendable, Hashable {
  /// X: width, height and channels of its pictures.
  public let space: Domain.PictureSpace
  /// Y: the names of the classes, in no order that would mean anything.
  public let classes: [String]
  /// P(x, y): a row for each kind of picture x, a column for each class y in the order of `classes`; all sum to 1.
  public let distribution: [[Float]]

  /// A domain from its three parts.
  public init(space: Domain.PictureSpace, classes: [String], distribution: [[Float]]) {
    self.space = space
    self.classes = classes
    self.distribution = distribution
  }
}
