extension Tensor {
  /// The same values under another shape with the same number of them.
  public func reshaped(_ newShape: [Int]) -> Tensor {
    precondition(newShape.reduce(1, *) == count, "shape \(shape) cannot become \(newShape)")
    return Tensor(shape: newShape, storage: storage, node: nil).recorded(from: [self]) { [shape] upstream in
      [upstream.reshaped(shape)]
    }
  }

  /// `[N, …]` as `[N, all the rest]`.
  public func flattened() -> Tensor {
    reshaped([shape[0], shape.dropFirst().reduce(1, *)])
  }

  /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: [Int]) -> Tensor {
    precondition(order.sorted() == Array(shape.indices), "\(order) does not order the axes of \(shape)")
    var steps = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { steps[axis] = steps[axis + 1] * shape[axis + 1] }
    let newShape = order.map { shape[$0] }
    // What stays together at the end is moved together.
    let moved = order.indices.last { order[$0] != $0 }.map { $0 + 1 } ?? 0
    let run = newShape[moved...].reduce(1, *)
    let result = Tensor(shape: newShape) { target in
      withValues { values in
        forEachPlace(Array(newShape[..<moved]), order[..<moved].map { steps[$0] }, []) { place, from, _ in
          for index in 0..<run { target[place * run + index] = values[from + index] }
        }
      }
    }
    return result.recorded(from: [self]) { upstream in
      [upstream.permuted(order.indices.map { axis in order.firstIndex(of: axis) ?? axis })]
    }
  }

  /// A matrix with rows and columns exchanged.
  public func transposed() -> Tensor {
    precondition(shape.count == 2, "a matrix has two axes, not \(shape)")
    return permuted([1, 0])
  }

  /// The part of `axis` that `range` covers.
  public func slice(_ range: Range<Int>, along axis: Int) -> Tensor {
    precondition(0 <= range.lowerBound && range.upperBound <= shape[axis], "\(range) leaves axis \(axis) of \(shape)")
    return strided(from: range.lowerBound, step: 1, count: range.count, along: axis)
  }

  /// Every `step`-th entry of `axis`, from the first.
  public func strided(_ step: Int, along axis: Int) -> Tensor {
    strided(from: 0, step: step, count: (shape[axis] + step - 1) / step, along: axis)
  }

  /// Zeros added before and after the entries of `axis`.
  public func padded(before: Int, after: Int, along axis: Int) -> Tensor {
    let (outer, inner) = extents(around: axis)
    var newShape = shape
    newShape[axis] += before + after
    let (old, new) = (shape[axis] * inner, newShape[axis] * inner)
    let result = Tensor(shape: newShape) { target in
      target.initialize(repeating: 0)
      withValues { values in
        for row in 0..<outer {
          for index in 0..<old { target[row * new + before * inner + index] = values[row * old + index] }
        }
      }
    }
    return result.recorded(from: [self]) { [length = shape[axis]] upstream in
      [upstream.slice(before..<before + length, along: axis)]
    }
  }

  /// Tensors of one shape, apart from the length of `axis`, one after the other along it.
  public static func concatenated(_ parts: [Tensor], along axis: Int = 0) -> Tensor {
    precondition(!parts.isEmpty, "nothing to concatenate")
    var shape = parts[0].shape
    for part in parts.map(\.shape) {
      precondition(
        part.count == shape.count && part[..<axis] == shape[..<axis] && part[(axis + 1)...] == shape[(axis + 1)...],
        "\(part) does not fit \(shape) along axis \(axis)")
    }
    shape[axis] = parts.map { $0.shape[axis] }.reduce(0, +)
    let (outer, inner) = parts[0].extents(around: axis)
    let result = Tensor(shape: shape) { target in
      var start = 0
      for part in parts {
        let run = part.shape[axis] * inner
        part.withValues { values in
          for row in 0..<outer {
            for index in 0..<run { target[row * shape[axis] * inner + start + index] = values[row * run + index] }
          }
        }
        start += run
      }
    }
    return result.recorded(from: parts) { upstream in
      var start = 0
      return parts.map { part in
        defer { start += part.shape[axis] }
        return part.wanting { upstream.slice(start..<start + part.shape[axis], along: axis) }
      }
    }
  }

  /// How often the axis is gone through, and how many values one entry of it holds.
  private func extents(around axis: Int) -> (outer: Int, inner: Int) {
    (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
  }

  private func strided(from start: Int, step: Int, count: Int, along axis: Int) -> Tensor {
    let (outer, inner) = extents(around: axis)
    let length = shape[axis]
    var newShape = shape
    newShape[axis] = count
    let result = Tensor(shape: newShape) { target in
      withValues { values in
        for row in 0..<outer {
          for entry in 0..<count {
            let (from, to) = ((row * length + start + entry * step) * inner, (row * count + entry) * inner)
            for index in 0..<inner { target[to + index] = values[from + index] }
          }
        }
      }
    }
    return result.recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { values in
            for row in 0..<outer {
              for entry in 0..<count {
                let (to, from) = ((row * length + start + entry * step) * inner, (row * count + entry) * inner)
                for index in 0..<inner { target[to + index] = values[from + index] }
              }
            }
          }
        }
      ]
    }
  }
}
