import Autograd

/// ‖a_i − b_j‖² for all rows a of `[n, d]` and b of `[m, d]`, `[n, m]`, never negative.
///
/// All rows are first moved so that the mean of b is at 0: ‖a‖² + ‖b‖² − 2 a·b loses no digits to a common offset.
public func squaredDistances(from a: Tensor, to b: Tensor) -> Tensor {
  precondition(
    a.shape.count == 2 && b.shape.count == 2 && a.shape[1] == b.shape[1],
    "distances need rows of one width, not \(a.shape) and \(b.shape)")
  let middle = b.mean(along: [0], keepingAxes: true)
  let (a, b) = (a - middle, b - middle)
  let products = a.linear(weight: b)
  let squares = a.square().sum(along: [1], keepingAxes: true) + b.square().sum(along: [1]).reshaped([1, b.shape[0]])
  return (squares - products * 2).relu()
}
