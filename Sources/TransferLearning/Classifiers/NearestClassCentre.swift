import Autograd

/// Gives a picture the class whose mean in feature space is nearest: nothing is learnt but one point per class.
public struct NearestClassCentre: FeatureClassifier {
  /// The mean of each class, `[classes, d]`; nil before the first fit.
  public private(set) var centres: Tensor?

  /// A classifier that has not learnt yet.
  public init() {}

  /// Takes the mean of each class, which must have a row.
  public mutating func fit(_ features: Tensor, _ labels: [Int]) {
    centres = classCentres(features, labels, classes: classCount(of: labels, for: features)).detached()
  }

  /// The class of the nearest mean, by Euclidean distance.
  public func predict(_ features: Tensor) -> [Int] {
    guard let centres else { preconditionFailure("a nearest class centre must be fitted before it predicts") }
    return (-squaredDistances(from: features, to: centres)).indicesOfLargest()
  }
}
