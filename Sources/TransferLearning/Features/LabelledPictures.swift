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

extension LabelledPictures {
  /// How many pictures go through a network at once: `most`, but no more than eight of 224 by 224 pixels have values, so
  /// that what the layers make of them does not take more memory the larger they are.
  public func batchSize(atMost most: Int) -> Int {
    guard !labels.isEmpty else { return most }
    let values = pictures(0..<1).shape.reduce(1, *)
    return max(1, min(most, 8 * 224 * 224 * 3 / max(values, 1)))
  }
}
