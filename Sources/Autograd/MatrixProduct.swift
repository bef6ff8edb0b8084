import CKernels

extension Tensor {
  /// The matrix product of `[m, k]` and `[k, n]`, of shape `[m, n]`.
  ///
  /// With C = A·B: ∂A = ∂C·Bᵀ and ∂B = Aᵀ·∂C.
  public func matrixProduct(_ other: Tensor) -> Tensor {
    precondition(
      shape.count == 2 && other.shape.count == 2 && shape[1] == other.shape[0],
      "no matrix product of \(shape) and \(other.shape)")
    let n = other.shape[1]
    let product = rowsTimes(other, columns: n, rowStride: n, columnStride: 1)
    return product.recorded(from: [self, other]) { upstream in
      [
        self.wanting { upstream.rowsTimes(other, columns: other.shape[0], rowStride: 1, columnStride: n) },
        other.wanting { self.transposedTimes(upstream) },
      ]
    }
  }

  /// The linear map x·Wᵀ + b of `[…, in]` with `weight` `[out, in]` and `bias` `[out]`, of shape `[…, out]`.
  ///
  /// Of pictures or tokens it is a convolution that looks at one place at a time, whose weight is packed once where no
  /// gradient of it is wanted.
  public func linear(weight: Tensor, bias: Tensor? = nil) -> Tensor {
    precondition(
      shape.count >= 2 && weight.shape.count == 2 && shape.last == weight.shape[1],
      "a linear map of weight \(weight.shape) does not take \(shape)")
    let inputs = weight.shape[1]
    guard shape.count == 2 else {
      return reshaped([1, 1, count / max(1, inputs), inputs])
        .convolved(weight: weight.reshaped(weight.shape + [1, 1]), bias: bias)
        .reshaped(shape.dropLast() + [weight.shape[0]])
    }
    let product = rowsTimes(weight, columns: weight.shape[0], rowStride: 1, columnStride: inputs)
      .recorded(from: [self, weight]) { upstream in
        [
          self.wanting { upstream.rowsTimes(weight, columns: inputs, rowStride: inputs, columnStride: 1) },
          weight.wanting { upstream.transposedTimes(self) },
        ]
      }
    return bias.map { product + $0 } ?? product
  }

  /// self · B, where element (i, j) of B lies at `i · rowStride + j · columnStride` of `right`.
  private func rowsTimes(_ right: Tensor, columns: Int, rowStride: Int, columnStride: Int) -> Tensor {
    MultiplicationTally.add(outputs: shape[0] * columns, terms: shape[1])
    return Tensor(shape: [shape[0], columns]) { target in
      guard let output = target.baseAddress, count > 0 else { return target.initialize(repeating: 0) }
      Autograd.withValues(self, right) { a, b in
        alih_matrix_product(
          shape[0], columns, shape[1], a.baseAddress, b.baseAddress, rowStride, columnStride, output)
      }
    }
  }

  /// selfᵀ · right.
  private func transposedTimes(_ right: Tensor) -> Tensor {
    Tensor(shape: [shape[1], right.shape[1]]) { target in
      guard let output = target.baseAddress, count > 0 else { return target.initialize(repeating: 0) }
      Autograd.withValues(self, right) { a, b in
        alih_transposed_product(shape[1], right.shape[1], shape[0], a.baseAddress, b.baseAddress, output)
      }
    }
  }
}
