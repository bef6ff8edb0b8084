import Autograd

/// Gives a picture the class whose mean in feature space is nearest: nothing is learnt but one point per class.
public struct NearestClassCentre: FeatureClassifier {
  /// The mean of each class, `[classes, d]`; nil before the first fit.
  public private(set) var centres: Tensor?

  /// A classifier that has not learnt yet.
  public init() {}

  /// Takes the mean of each class from features `[n, d]`; every class from 0 to the largest label must have a row.
  public mutating func fit(_ features: Tensor, _ labels: [Int]) {
    centres = classCentres(features, labels, classes: classCount(of: labels, for: features)).detached()
  }

  /// The class of the nearest mean, by Euclidean distance, for each row of features `[m, d]`.
  public func predict(_ features: Tensor) -> [Int] {
    guard let centres else { preconditionFailure("a nearest class centre must be fitted before it predicts") }
    return (-squaredDistances(from: features, to: centres)).indicesOfLargest()
  }
}

/// The mean of the rows of each class, `[classes, d]`: ones over the class's count pick and average its rows.
func classCentres(_ features: Tensor, _ labels: [Int], classes: Int) -> Tensor {
  var counts = [Float](repeating: 0, count: classes)
  for label in labels { counts[label] += 1 }
  precondition(counts.allSatisfy { $0 > 0 }, "every class needs a row of features, but there are \(counts)")
  var members = [Float](repeating: 0, count: classes * labels.count)
  for (row, label) in labels.enumerated() { members[label * labels.count + row] = 1 / counts[label] }
  return Tensor(members, shape: [classes, labels.count]).matrixProduct(features)
}
