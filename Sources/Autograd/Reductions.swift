extension Tensor {
  /// The sum of all values, a single number, taken in double precision.
  public func sum() -> Tensor {
    let total = withValues { $0.reduce(into: 0.0) { $0 += Double($1) } }
    return Tensor(Float(total)).recorded(from: [self]) { [shape] upstream in
      [Tensor(shape: shape, filledWith: upstream.item)]
    }
  }

  /// The mean of all values, a single number.
  public func mean() -> Tensor {
    sum() / Float(count)
  }

  /// The sum along the given axes, which disappear from the shape unless `keepingAxes`.
  public func sum(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    precondition(axes.allSatisfy(shape.indices.contains), "axes \(axes) are not all in shape \(shape)")
    let kept = shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
    let result = shape.indices.filter { keepingAxes || !axes.contains($0) }.map { kept[$0] }
    let ones = Tensor(shape: shape, filledWith: 1)
    return summed(to: kept).recorded(from: [self]) { upstream in
      [Tensor.broadcast(ones, upstream) { $0 * $1 }]
    }.reshaped(result)
  }

  /// The mean along the given axes.
  public func mean(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    sum(along: axes, keepingAxes: keepingAxes) / Float(axes.map { shape[$0] }.reduce(1, *))
  }

  /// For each row of the last axis, the index of its largest value (the first of equals); what is not a number counts as the
  /// largest, as in PyTorch.
  ///
  /// ```swift
  /// Tensor([0.1, 0.7, 0.2, 0.9, 0.1, 0.0], shape: [2, 3]).indicesOfLargest()   // [1, 0]
  /// ```
  public func indicesOfLargest() -> [Int] {
    guard let columns = shape.last, columns > 0 else { return [] }
    return withValues { values in
      (0..<values.count / columns).map { row in
        (1..<columns).reduce(0) { best, column in
          let (value, largest) = (values[row * columns + column], values[row * columns + best])
          return value > largest || value.isNaN && !largest.isNaN ? column : best
        }
      }
    }
  }
}
