import CKernels

/// Matrix products of batches: matrix i of one with matrix i of the other.
extension Tensor {
  /// Aᵢ·Bᵢ of batches `[S, m, k]` and `[S, k, n]`, of shape `[S, m, n]`.
  ///
  /// With C = A·B: ∂A = ∂C·Bᵀ and ∂B = Aᵀ·∂C.
  public func batchedMatrixProduct(_ other: Tensor) -> Tensor {
    precondition(
      fitsBatch(other) && shape[2] == other.shape[1], "no batched matrix product of \(shape) and \(other.shape)")
    return product(other).recorded(from: [self, other]) { upstream in
      [self.wanting { upstream.productTransposed(other) }, other.wanting { self.transposedProduct(upstream) }]
    }
  }

  /// Aᵢ·Bᵢᵀ of batches `[S, m, k]` and `[S, n, k]`, of shape `[S, m, n]`.
  ///
  /// With C = A·Bᵀ: ∂A = ∂C·B and ∂B = ∂Cᵀ·A.
  public func batchedMatrixProduct(transposing other: Tensor) -> Tensor {
    precondition(
      fitsBatch(other) && shape[2] == other.shape[2],
      "no batched matrix product of \(shape) and the transpose of \(other.shape)")
    return productTransposed(other).recorded(from: [self, other]) { upstream in
      [self.wanting { upstream.product(other) }, other.wanting { upstream.transposedProduct(self) }]
    }
  }

  private func fitsBatch(_ other: Tensor) -> Bool {
    shape.count == 3 && other.shape.count == 3 && shape[0] == other.shape[0] && shape[2] > 0
  }

  private func product(_ right: Tensor) -> Tensor {
    let (rows, depth, columns) = (shape[1], shape[2], right.shape[2])
    MultiplicationTally.add(outputs: shape[0] * rows * columns, terms: depth)
    return batch(right, rows, columns) { a, b, target in
      alih_matrix_product(rows, columns, depth, a, b, columns, 1, target)
    }
  }

  private func productTransposed(_ right: Tensor) -> Tensor {
    let (rows, depth, columns) = (shape[1], shape[2], right.shape[1])
    MultiplicationTally.add(outputs: shape[0] * rows * columns, terms: depth)
    return batch(right, rows, columns) { a, b, target in
      alih_matrix_product(rows, columns, depth, a, b, 1, depth, target)
    }
  }

  private func transposedProduct(_ right: Tensor) -> Tensor {
    let (depth, rows, columns) = (shape[1], shape[2], right.shape[2])
    return batch(right, rows, columns) { a, b, target in
      alih_transposed_product(rows, columns, depth, a, b, target)
    }
  }

  /// What `multiply` makes of every pair of matrices, each of `rows` × `columns`.
  private func batch(
    _ right: Tensor, _ rows: Int, _ columns: Int,
    _ multiply: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    let (leftSize, rightSize) = (shape[1] * shape[2], right.shape[1] * right.shape[2])
    return Tensor(shape: [shape[0], rows, columns]) { target in
      Autograd.withValues(self, right) { a, b in
        guard let a = a.baseAddress, let b = b.baseAddress, let target = target.baseAddress else { return }
        for index in 0..<shape[0] {
          multiply(a + index * leftSize, b + index * rightSize, target + index * rows * columns)
        }
      }
    }
  }
}
