import Autograd
import Grading

/// Pictures and their labels.
public struct ExercisePictures: Sendable {
  /// The pictures, `[N, H, W, 3]`.
  public let images: Tensor
  /// The label of each.
  public let labels: [Int]

  /// Pictures with as many labels.
  public init(images: Tensor, labels: [Int]) {
    precondition(
      images.shape[0] == labels.count, "\(images.shape[0]) pictures need as many labels, not \(labels.count)")
    self.images = images
    self.labels = labels
  }

  /// The set in batches of a size, in its order; the last may be smaller.
  public func batches(of size: Int) -> [(images: Tensor, labels: [Int])] {
    stride(from: 0, to: labels.count, by: size).map { start in
      let range = start..<min(start + size, labels.count)
      return (images.slice(range, along: 0), Array(labels[range]))
    }
  }
}
