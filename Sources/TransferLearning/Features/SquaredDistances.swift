import Autograd

/// ‖a_i − b_j‖² for all rows a of `[n, d]` and b of `[m, d]`, `[n, m]`, never negative.
///
/// One matrix product makes it fast; all rows are first moved so that the mean of b is at 0: ‖a‖² + ‖b‖² − 2 a·b loses no
/// digits to a common offset.
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

/// ‖x_i − x_j‖² for all pairs of rows of `[n, d]`, `[n, n]`, from their differences, which takes longer than a matrix product
/// but is exact where rows are alike: 0 for a row and itself.
///
/// ∂x_i = 2 Σ_j (∂_ij + ∂_ji) (x_i − x_j).
public func squaredDistances(among rows: Tensor) -> Tensor {
  precondition(rows.shape.count == 2, "distances need rows, not \(rows.shape)")
  let (count, width) = (rows.shape[0], rows.shape[1])
  let result = Tensor(shape: [count, count]) { result in
    rows.withValues { values in
      for row in 0..<count {
        for column in 0...row {
          var sum = 0.0
          for index in 0..<width {
            let difference = values[row * width + index] - values[column * width + index]
            sum += Double(difference * difference)
          }
          result[row * count + column] = Float(sum)
          result[column * count + row] = Float(sum)
        }
      }
    }
  }
  return result.recorded(from: [rows]) { [rows = rows.detached()] upstream in
    let both = upstream + upstream.transposed()
    return [(rows * both.sum(along: [1], keepingAxes: true) - both.matrixProduct(rows)) * 2]
  }
}
