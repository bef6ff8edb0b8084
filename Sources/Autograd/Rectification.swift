import CKernels

/// What is done to the results of a convolution in the same pass.
public enum Rectification: Sendable {
  /// Nothing.
  case none
  /// max(y, 0).
  case relu
  /// min(max(y, 0), 6).
  case relu6

  /// The largest value that is kept; negative where all are.
  var ceiling: Float {
    switch self {
    case .none: -1
    case .relu: .infinity
    case .relu6: 6
    }
  }
}

extension Rectification {
  /// The gradient before the rectification, from the one after it and the rectified output.
  func gradient(_ upstream: Tensor, of output: Tensor) -> Tensor {
    guard self != .none else { return upstream }
    return Tensor(shape: output.shape) { target in
      Autograd.withValues(upstream, output) { upstream, output in
        alih_rectified_gradient(output.count, upstream.baseAddress, output.baseAddress, ceiling, target.baseAddress)
      }
    }
  }
}

extension Tensor {
  /// The rectification of every value; its derivative at 0 is taken as 0.
  public func rectified(_ rectification: Rectification) -> Tensor {
    let result = Tensor(shape: shape) { target in
      withValues { alih_rectified_sum(count, $0.baseAddress, nil, rectification.ceiling, target.baseAddress) }
    }
    return result.recorded(from: [self]) { [rectification.gradient($0, of: result)] }
  }

  /// The sum of two tensors of one shape and a rectification of it, in one pass.
  public func adding(_ other: Tensor, rectification: Rectification = .none) -> Tensor {
    precondition(shape == other.shape, "shapes differ: \(shape) and \(other.shape)")
    let result = Tensor(shape: shape) { target in
      Autograd.withValues(self, other) { a, b in
        alih_rectified_sum(count, a.baseAddress, b.baseAddress, rectification.ceiling, target.baseAddress)
      }
    }
    return result.recorded(from: [self, other]) { upstream in
      let gradient = rectification.gradient(upstream, of: result)
      return [self.wanting { gradient }, other.wanting { gradient }]
    }
  }
}
