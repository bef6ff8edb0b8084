import CKernels

extension Tensor {
  /// The two-dimensional convolution of pictures, as networks use it: the kernel is not flipped.
  ///
  /// With pictures x `[N, H, W, C]`, `weight` w `[O, C / groups, kH, kW]` and `bias` b `[O]` it is
  ///
  /// y(n, i, j, o) = b(o) + Σ w(o, c, u, v) · x(n, i·stride + u·dilation − padding, j·stride + v·dilation − padding, c)
  ///
  /// of shape `[N, H′, W′, O]` with H′ = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1. Outside of the picture x
  /// is 0. With `padding: .same` there may be a zero more behind the picture than before it (`Padding`). Weights are in PyTorch's order. A weight whose gradient is not wanted is packed once and kept packed.
  ///
  /// In the same pass `addend`, of y's shape, is added to y, and the sum is rectified.
  public func convolved(
    weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Padding = 0, dilation: Int = 1, groups: Int = 1,
    plus addend: Tensor? = nil, rectification: Rectification = .none
  ) -> Tensor {
    let geometry = convolution(weight, stride: stride, padding: padding, dilation: dilation, groups: groups)
    let output = convolved(geometry, weight, bias, addend, rectification)
    MultiplicationTally.add(outputs: output.count, terms: weight.shape.dropFirst().reduce(1, *))
    return output.recorded(from: [self, weight] + [bias, addend].compactMap { $0 }) { upstream in
      let upstream = rectification.gradient(upstream, of: output)
      let gradients = [
        self.wanting { Tensor.convolutionInputGradient(geometry, upstream, weight, shape: self.shape) },
        weight.wanting { Tensor.convolutionWeightGradient(geometry, self, upstream, shape: weight.shape) },
      ]
      let biasGradient = bias.map { bias in [bias.wanting { upstream.sum(along: [0, 1, 2]) }] } ?? []
      return gradients + biasGradient + (addend.map { addend in [addend.wanting { upstream }] } ?? [])
    }
  }

  private func convolution(
    _ weight: Tensor, stride: Int, padding: Padding, dilation: Int, groups: Int
  ) -> alih_convolution {
    precondition(
      shape.count == 4 && weight.shape.count == 4 && groups > 0 && shape[3] == weight.shape[1] * groups
        && weight.shape[0] % groups == 0,
      "a weight of \(weight.shape) in \(groups) groups does not take pictures of \(shape)")
    precondition(stride > 0 && dilation > 0, "stride and dilation are positive, not \(stride) and \(dilation)")
    func zeros(along axis: Int) -> (before: Int, after: Int) {
      // A weight has height and width one axis later than a picture.
      padding.zeros(along: shape[axis], kernel: weight.shape[axis + 1], stride: stride, dilation: dilation)
    }
    let (rows, columns) = (zeros(along: 1), zeros(along: 2))
    precondition(min(rows.before, columns.before) >= 0, "padding is not negative")
    precondition(weight.shape[2] * weight.shape[3] <= 1024, "a kernel has at most 1024 taps, not \(weight.shape)")
    return alih_convolution(
      batch: shape[0], height: shape[1], width: shape[2], channels: shape[3], outputs: weight.shape[0],
      kernel_height: weight.shape[2], kernel_width: weight.shape[3], stride: stride, dilation: dilation, groups: groups,
      top: rows.before, bottom: rows.after, left: columns.before, right: columns.after)
  }

  private func convolved(
    _ geometry: alih_convolution, _ weight: Tensor, _ bias: Tensor?, _ addend: Tensor?,
    _ rectification: Rectification
  ) -> Tensor {
    var geometry = geometry
    let shape = [shape[0], alih_output_height(&geometry), alih_output_width(&geometry), weight.shape[0]]
    precondition(shape[1] > 0 && shape[2] > 0, "a kernel of \(weight.shape) is larger than pictures of \(self.shape)")
    for bias in [bias].compactMap(\.self) {
      precondition(bias.count == shape[3], "a bias of \(bias.shape) does not fit a weight of \(weight.shape)")
    }
    for addend in [addend].compactMap(\.self) {
      precondition(addend.shape == shape, "an addend of \(addend.shape) does not fit a convolution of \(shape)")
    }
    let packed = weight.requiresGradient ? nil : weight.packed(for: geometry, gradient: false)
    return Tensor(shape: shape) { target in
      Autograd.withValues(self, weight) { input, weight in
        withExtendedLifetime((packed, bias, addend)) {
          var epilogue = alih_epilogue(
            bias: bias?.storage.pointer, addend: addend?.storage.pointer, ceiling: rectification.ceiling)
          alih_convolve(
            &geometry, input.baseAddress, weight.baseAddress, packed?.pointer, &epilogue, target.baseAddress)
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
