extension Tensor {
  /// f of every value, without a gradient.
  @inline(__always)
  package func mapped(_ f: (Float) -> Float) -> Tensor {
    Tensor(shape: shape) { target in
      withValues { values in
        parallelRanges(values.count) { range in
          for index in range { target[index] = f(values[index]) }
        }
      }
    }
  }

  /// f of the values at the same place of two tensors of one shape, without a gradient.
  @inline(__always)
  package func combined(with other: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    precondition(shape == other.shape, "shapes differ: \(shape) and \(other.shape)")
    return Tensor(shape: shape) { target in
      Autograd.withValues(self, other) { a, b in
        parallelRanges(a.count) { range in
          for index in range { target[index] = f(a[index], b[index]) }
        }
      }
    }
  }

  /// f of every value, with f′(x) from the value x: ∂loss/∂x = upstream · f′(x).
  @inline(__always)
  func elementwise(_ f: (Float) -> Float, derivative: @escaping (Float) -> Float) -> Tensor {
    mapped(f).recorded(from: [self]) { upstream in
      [upstream.combined(with: self) { $0 * derivative($1) }]
    }
  }

  /// f of every value, with f′ from the result y = f(x): ∂loss/∂x = upstream · f′.
  @inline(__always)
  func elementwise(_ f: (Float) -> Float, derivativeFromResult derivative: @escaping (Float) -> Float) -> Tensor {
    let result = mapped(f)
    return result.recorded(from: [self]) { upstream in
      [upstream.combined(with: result) { $0 * derivative($1) }]
    }
  }
}
