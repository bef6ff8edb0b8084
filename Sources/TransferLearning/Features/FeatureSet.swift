import Autograd

/// What a frozen base makes of a set of pictures, kept in memory with the labels.
///
/// Features of training, validation and test pictures are of different types, as the pictures are.
public struct FeatureSet<Role>: LabelledPictures, Sendable {
  /// The features of all pictures, `[count, …]`.
  public let features: Tensor
  /// The label of each picture.
  public let labels: [Int]

  /// Features and labels of the same pictures, in the same order.
  public init(features: Tensor, labels: [Int]) {
    precondition(features.shape.first == labels.count, "\(labels.count) labels do not fit features \(features.shape)")
    self.features = features
    self.labels = labels
  }

  /// Number of pictures.
  public var count: Int { labels.count }

  /// Values per picture.
  public var width: Int { features.shape.dropFirst().reduce(1, *) }

  /// The features at some places, `[range.count, …]`, for layers that take them as they would take pictures.
  public func pictures(_ range: Range<Int>) -> Tensor { features.slice(range, along: 0) }

  /// The features and labels at some places, in that order, for the same use.
  public func subset(_ indices: [Int]) -> FeatureSet {
    let chosen = Tensor(shape: [indices.count] + features.shape.dropFirst()) { target in
      features.withValues { values in
        for (row, index) in indices.enumerated() {
          for column in 0..<width { target[row * width + column] = values[index * width + column] }
        }
      }
    }
    return FeatureSet(features: chosen, labels: indices.map { labels[$0] })
  }

  /// The first `count` of every class, in their order: a small set with equal shares.
  public func perClass(_ count: Int) -> FeatureSet {
    var taken: [Int: Int] = [:]
    return subset(
      labels.indices.filter { index in
        taken[labels[index], default: 0] += 1
        return taken[labels[index], default: 0] <= count
      })
  }

  /// The whole set in a given order, `size` pictures at a time; the last batch may be smaller.
  package func batches(of size: Int, order: [Int]) -> [(images: Tensor, labels: [Int])] {
    stride(from: 0, to: order.count, by: size).map { start in
      let batch = subset(Array(order[start..<min(start + size, order.count)]))
      return (images: batch.features, labels: batch.labels)
    }
  }
}
