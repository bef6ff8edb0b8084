import CKernels
import Foundation

extension Tensor {
  /// eˣ / Σ eˣ along the last axis: numbers in (0, 1) that sum to one in each row.
  public func softmax() -> Tensor {
    let result = Tensor(shape: shape) { target in
      guard let columns = shape.last, count > 0 else { return }
      withValues { alih_softmax(count / columns, columns, $0.baseAddress, target.baseAddress) }
    }
    return result.recorded(from: [self]) { upstream in
      let dot = (upstream * result.detached()).sum(along: [self.shape.count - 1], keepingAxes: true)
      return [(upstream - dot) * result.detached()]
    }
  }

  /// ln softmax(x) along the last axis, computed so that large logits neither overflow nor lose their digits.
  public func logSoftmax() -> Tensor {
    let result = rowwise { row, target in
      let largest = row.max() ?? 0
      let sum = row.reduce(into: 0.0) { $0 += Foundation.exp(Double($1 - largest)) }
      let logarithm = Float(Foundation.log(sum))
      for index in row.indices { target[index] = row[index] - largest - logarithm }
    }
    return result.recorded(from: [self]) { upstream in
      let total = upstream.sum(along: [self.shape.count - 1], keepingAxes: true)
      return [upstream - result.mapped { Foundation.exp($0) } * total]
    }
  }

  /// Each row of the last axis replaced by what `body` writes.
  private func rowwise(
    _ body: (UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void
  ) -> Tensor {
    let columns = shape.last ?? 1
    return Tensor(shape: shape) { target in
      withValues { values in
        for start in stride(from: 0, to: values.count, by: max(1, columns)) {
          let range = start..<start + columns
          body(UnsafeBufferPointer(rebasing: values[range]), UnsafeMutableBufferPointer(rebasing: target[range]))
        }
      }
    }
  }
}
