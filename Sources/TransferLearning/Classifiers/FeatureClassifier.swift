import Autograd
import NeuralNetworks

/// A light classifier that learns from features: what takes the place of a network's head.
///
/// ```swift
/// let base = FrozenBase(of: try Catalogue.network("mini-vgg"))
/// let head = LogisticRegression().fitted(to: base.features(of: training))
/// let labels = head.predict(base.features(of: test).features)
/// ```
public protocol FeatureClassifier {
  /// Learns from features `[n, d]` and their labels, which count from 0; what was learnt before is forgotten.
  mutating func fit(_ features: Tensor, _ labels: [Int])
  /// The label of each row of features `[m, d]`.
  func predict(_ features: Tensor) -> [Int]
}

extension FeatureClassifier {
  /// The classifier after it has learnt from a set of features.
  public func fitted<Role>(to set: FeatureSet<Role>) -> Self {
    var classifier = self
    classifier.fit(set.features, set.labels)
    return classifier
  }

  /// The share of a set that is classified rightly, in [0, 1].
  public func accuracy<Role>(on set: FeatureSet<Role>) -> Float {
    let right = zip(predict(set.features), set.labels).count { $0 == $1 }
    return Float(right) / Float(max(1, set.count))
  }
}

/// The number of classes that labels counting from 0 belong to.
func classCount(of labels: [Int], for features: Tensor) -> Int {
  precondition(
    features.shape.count == 2 && features.shape[0] == labels.count && !labels.isEmpty,
    "\(labels.count) labels do not fit features \(features.shape)")
  precondition(labels.allSatisfy { $0 >= 0 }, "labels count from 0")
  return (labels.max() ?? 0) + 1
}
