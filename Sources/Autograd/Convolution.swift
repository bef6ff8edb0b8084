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

extension Tensor {
  /// The two-dimensional convolution of pictures, as networks use it: the kernel is not flipped.
  ///
  /// With pictures x `[N, H, W, C]`, `weight` w `[O, C / groups, kH, kW]` and `bias` b `[O]` it is
  ///
  /// y(n, i, j, o) = b(o) + Σ w(o, c, u, v) · x(n, i·stride + u·dilation − padding, j·stride + v·dilation − padding, c)
  ///
  /// of shape `[N, H′, W′, O]` with H′ = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1. Outside of the picture x
  /// is 0. Weights are in PyTorch's order. A weight whose gradient is not wanted is packed once and kept packed.
  public func convolved(
    weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1,
    rectification: Rectification = .none
  ) -> Tensor {
    let geometry = convolution(weight, stride: stride, padding: padding, dilation: dilation, groups: groups)
    let output = convolved(geometry, weight, bias, rectification)
    MultiplicationTally.add(outputs: output.count, terms: weight.shape.dropFirst().reduce(1, *))
    let inputs = [self, weight] + (bias.map { [$0] } ?? [])
    return output.recorded(from: inputs) { upstream in
      let upstream = rectification.gradient(upstream, of: output)
      return [
        self.wanting { Tensor.convolutionInputGradient(geometry, upstream, weight, shape: self.shape) },
        weight.wanting { Tensor.convolutionWeightGradient(geometry, self, upstream, shape: weight.shape) },
        bias?.wanting { upstream.sum(along: [0, 1, 2]) },
      ].prefix(inputs.count).map { $0 }
    }
  }

  private func convolution(
    _ weight: Tensor, stride: Int, padding: Int, dilation: Int, groups: Int
  ) -> alih_convolution {
    precondition(
      shape.count == 4 && weight.shape.count == 4 && groups > 0 && shape[3] == weight.shape[1] * groups
        && weight.shape[0] % groups == 0,
      "a weight of \(weight.shape) in \(groups) groups does not take pictures of \(shape)")
    precondition(stride > 0 && dilation > 0 && padding >= 0, "stride and dilation are positive, padding not negative")
    precondition(weight.shape[2] * weight.shape[3] <= 1024, "a kernel has at most 1024 taps, not \(weight.shape)")
    return alih_convolution(
      batch: shape[0], height: shape[1], width: shape[2], channels: shape[3], outputs: weight.shape[0],
      kernel_height: weight.shape[2], kernel_width: weight.shape[3], stride: stride, padding: padding,
      dilation: dilation, groups: groups)
  }

  private func convolved(
    _ geometry: alih_convolution, _ weight: Tensor, _ bias: Tensor?, _ rectification: Rectification
  ) -> Tensor {
    var geometry = geometry
    let shape = [shape[0], alih_output_height(&geometry), alih_output_width(&geometry), weight.shape[0]]
    precondition(shape[1] > 0 && shape[2] > 0, "a kernel of \(weight.shape) is larger than pictures of \(self.shape)")
    let packed = weight.requiresGradient ? nil : weight.packed(for: geometry, gradient: false)
    return Tensor(shape: shape) { target in
      Autograd.withValues(self, weight) { input, weight in
        withExtendedLifetime((packed, bias)) {
          alih_convolve(
            &geometry, input.baseAddress, weight.baseAddress, packed?.pointer, bias?.storage.pointer,
            rectification.ceiling, target.baseAddress)
        }
      }
    }
  }

  private static func convolutionInputGradient(
    _ geometry: alih_convolution, _ upstream: Tensor, _ weight: Tensor, shape: [Int]
  ) -> Tensor {
    var geometry = geometry
    let packed = weight.requiresGradient ? nil : weight.packed(for: geometry, gradient: true)
    return Tensor(shape: shape) { target in
      Autograd.withValues(upstream, weight) { upstream, weight in
        withExtendedLifetime(packed) {
          alih_convolve_input_gradient(
            &geometry, upstream.baseAddress, weight.baseAddress, packed?.pointer, target.baseAddress)
        }
      }
    }
  }

  private static func convolutionWeightGradient(
    _ geometry: alih_convolution, _ input: Tensor, _ upstream: Tensor, shape: [Int]
  ) -> Tensor {
    var geometry = geometry
    return Tensor(shape: shape) { target in
      Autograd.withValues(input, upstream) { input, upstream in
        alih_convolve_weight_gradient(&geometry, input.baseAddress, upstream.baseAddress, target.baseAddress)
      }
    }
  }
}

extension Rectification {
  /// The gradient before the rectification, from the one after it and the rectified output.
  func gradient(_ upstream: Tensor, of output: Tensor) -> Tensor {
    switch self {
    case .none: upstream
    case .relu: upstream.combined(with: output) { $1 > 0 ? $0 : 0 }
    case .relu6: upstream.combined(with: output) { $1 > 0 && $1 < 6 ? $0 : 0 }
    }
  }
}
