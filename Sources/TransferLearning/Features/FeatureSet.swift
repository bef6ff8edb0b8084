import Autograd
import NeuralNetworks

/// What a frozen base makes of a set of pictures, kept in memory with the labels.
///
/// Features of training, validation and test pictures are of different types, as the pictures are.
public struct FeatureSet<Role: SetRole>: LabelledSet, Sendable {
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

  /// Values per picture.
  public var width: Int { features.shape.dropFirst().reduce(1, *) }

  /// The features at some places, `[indices.count, …]`, in that order.
  public func inputs(at indices: some Collection<Int>) -> Tensor {
    let width = width
    return Tensor(shape: [indices.count] + features.shape.dropFirst()) { target in
      features.withValues { values in
        for (row, index) in indices.enumerated() {
          for column in 0..<width { target[row * width + column] = values[index * width + column] }
        }
      }
    }
  }

  /// The features and labels at some places, in that order, for the same use.
  public func subset(_ indices: some Sequence<Int>) -> FeatureSet {
    let indices = Array(indices)
    return FeatureSet(features: inputs(at: indices), labels: indices.map { labels[$0] })
  }
}

/// Features that weights may be learnt from.
public typealias TrainingFeatures = FeatureSet<Learning>
/// Features that settings may be chosen by.
public typealias ValidationFeatures = FeatureSet<Choosing>
/// Features that are scored once, and never chosen by.
public typealias TestFeatures = FeatureSet<Scoring>
