import Autograd

/// ‖a_i − b_j‖² for all rows a of `[n, d]` and b of `[m, d]`, `[n, m]`, never negative.
///
/// All rows are first moved so that the mean of b is at 0: ‖a‖² + ‖b‖² − 2 a·b loses no digits to a common offset.
public func squaredDistances(from a: Tensor, to b: Tensor) -> Tensor {
  let middle = b.mean(along: [0], keepingAxes: true)
  let (a, b) = (a - middle, b - middle)
  let products = a.linear(weight: b)
  let squares = a.square().sum(along: [1], keepingAxes: true) + b.square().sum(along: [1]).reshaped([1, b.shape[0]])
  return (squares - products * 2).relu()
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
