/// Choosing values by index: gather; its gradient puts each value back where it came from (scatter).
extension Tensor {
  /// In each row of `[N, C]`, the value of the column that `columns` names, `[N]`.
  ///
  /// With y_n = x_(n, c_n): ∂x is ∂y_n at (n, c_n) and 0 elsewhere.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]).gather([0, 2])   // [1.0, 6.0]
  /// ```
  public func gather(_ columns: [Int]) -> Tensor {
    precondition(shape.count == 2 && shape[0] == columns.count, "\(columns.count) columns do not fit \(shape)")
    precondition(columns.allSatisfy { 0..<shape[1] ~= $0 }, "columns \(columns) are not all in 0 ..< \(shape[1])")
    let width = shape[1]
    let result = withValues { values in columns.enumerated().map { values[$0.offset * width + $0.element] } }
    return Tensor(result).recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { upstream in
            for (row, column) in columns.enumerated() { target[row * width + column] = upstream[row] }
          }
        }
      ]
    }
  }

  /// The entries of the first axis at `rows`, in that order, each as often as it is named: `[rows.count, …]` of `[N, …]`.
  ///
  /// With y_i = x_(r_i): ∂x_n = Σ ∂y_i over all i with r_i = n.
  ///
  /// ```swift
  /// Tensor([1, 2, 3, 4, 5, 6], shape: [3, 2]).gather(rows: [2, 0])   // [5.0, 6.0, 1.0, 2.0]
  /// ```
  public func gather(rows: [Int]) -> Tensor {
    precondition(!shape.isEmpty, "a single number has no rows")
    precondition(rows.allSatisfy { 0..<shape[0] ~= $0 }, "rows \(rows) are not all in 0 ..< \(shape[0])")
    let width = shape.dropFirst().reduce(1, *)
    let result = Tensor(shape: [rows.count] + shape.dropFirst()) { target in
      withValues { values in
        for (place, row) in rows.enumerated() {
          for index in 0..<width { target[place * width + index] = values[row * width + index] }
        }
      }
    }
    return result.recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { upstream in
            for (place, row) in rows.enumerated() {
              for index in 0..<width { target[row * width + index] += upstream[place * width + index] }
            }
          }
        }
      ]
    }
  }
}
