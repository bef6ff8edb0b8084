import Autograd

/// Pictures of one size with labels, which are all for one use.
public protocol LabelledPictures {
  /// What they may be used for: to learn weights, to choose settings, or to be scored once.
  associatedtype Role
  /// The label of each picture.
  var labels: [Int] { get }
  /// The pictures at some places, `[range.count, H, W, C]` in [0, 1].
  func pictures(_ range: Range<Int>) -> Tensor
}
