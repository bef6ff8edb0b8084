import CKernels

extension Tensor {
  /// Layer normalisation over the last axis (Ba et al., 2016): y = γ · (x − μ) / √(σ² + ε) + β for each row.
  ///
  /// With x̂ = (x − μ) / √(σ² + ε) and g = γ · ∂y: ∂x = (g − mean(g) − x̂ · mean(g · x̂)) / √(σ² + ε), and over all rows
  /// ∂γ = Σ ∂y · x̂ and ∂β = Σ ∂y.
  public func layerNormalized(weight: Tensor, bias: Tensor, epsilon: Float = 1e-5) -> Tensor {
    let channels = weight.count
    precondition(
      channels > 0 && shape.last == channels && bias.count == channels, "\(channels) channels do not fit \(shape)")
    return standardized(weight: weight, bias: bias, epsilon).recorded(from: [self, weight, bias]) { upstream in
      let input = self.wanting { self.layerNormGradient(upstream, weight, epsilon) }
      guard weight.requiresGradient || bias.requiresGradient else { return [input, nil, nil] }
      let (ones, zeros) = (Tensor(shape: [channels], filledWith: 1), Tensor(shape: [channels], filledWith: 0))
      let sums = self.standardized(weight: ones, bias: zeros, epsilon).channelSums(
        centre: zeros.values, of: upstream,
        through: ChannelMap(scale: ones.values, shift: zeros.values, rectification: .none))
      return [input, Tensor(sums.products.map { Float($0) }), Tensor(sums.sums.map { Float($0) })]
    }
  }

  private func standardized(weight: Tensor, bias: Tensor, _ epsilon: Float) -> Tensor {
    Tensor(shape: shape) { target in
      Autograd.withValues(weight, bias) { weight, bias in
        withValues { x in
          alih_layer_norm(
            x.count / weight.count, weight.count, x.baseAddress, weight.baseAddress, bias.baseAddress, epsilon,
            target.baseAddress)
        }
      }
    }
  }

  private func layerNormGradient(_ upstream: Tensor, _ weight: Tensor, _ epsilon: Float) -> Tensor {
    Tensor(shape: shape) { target in
      Autograd.withValues(upstream, weight) { upstream, weight in
        withValues { x in
          alih_layer_norm_gradient(
            x.count / weight.count, weight.count, x.baseAddress, weight.baseAddress, upstream.baseAddress, epsilon,
            target.baseAddress)
        }
      }
    }
  }
}
