extension Tensor {
  /// Batch normalisation with the batch's own statistics (Ioffe and Szegedy, 2015), and a rectification behind it.
  ///
  /// Per channel (the last axis), over all other axes: y = γ · (x − μ) / √(σ² + ε) + β. `weight` is γ and `bias` β, both
  /// `[C]`. Also returns μ and the unbiased variance, for the running statistics.
  public func batchNormalized(
    weight: Tensor, bias: Tensor, epsilon: Float = 1e-5, rectification: Rectification = .none
  ) -> (output: Tensor, mean: [Float], variance: [Float]) {
    let channels = weight.count
    precondition(shape.last == channels && bias.count == channels, "\(channels) channels do not fit \(shape)")
    let rows = Double(count / channels)
    let (means, variances) = moments(channels)
    let mean = means.map { Float($0) }
    let inverse = variances.map { Float(1 / ($0 + Double(epsilon)).squareRoot()) }
    let map = normalization(mean: mean, inverse: inverse, weight: weight, bias: bias, rectification)
    let output = mapped(by: map).recorded(from: [self, weight, bias]) { upstream in
      self.batchNormGradients(upstream, mean: mean, inverse: inverse, map)
    }
    return (output, mean, variances.map { Float($0 * rows / max(1, rows - 1)) })
  }

  /// Batch normalisation with fixed statistics, as at inference: a scale and a shift per channel, and a rectification.
  public func batchNormalized(
    mean: Tensor, variance: Tensor, weight: Tensor, bias: Tensor, epsilon: Float = 1e-5,
    rectification: Rectification = .none
  ) -> Tensor {
    let inverse = variance.values.map { 1 / ($0 + epsilon).squareRoot() }
    let mean = mean.values
    let map = normalization(mean: mean, inverse: inverse, weight: weight, bias: bias, rectification)
    return mapped(by: map).recorded(from: [self, weight, bias]) { upstream in
      let input = self.wanting { self.channelGradient(upstream, through: map, scale: map.scale) }
      guard weight.requiresGradient || bias.requiresGradient else { return [input, nil, nil] }
      let (sum, dot) = self.gradientSums(upstream, mean: mean, inverse: inverse, map)
      return [input, Tensor(dot), Tensor(sum)]
    }
  }

  private func normalization(
    mean: [Float], inverse: [Float], weight: Tensor, bias: Tensor, _ rectification: Rectification
  ) -> ChannelMap {
    let scale = zip(weight.values, inverse).map { $0 * $1 }
    let shift = zip(bias.values, zip(mean, scale)).map { $0 - $1.0 * $1.1 }
    return ChannelMap(scale: scale, shift: shift, rectification: rectification)
  }

  /// Per channel: Σ upstream and Σ upstream · x̂, with x̂ = (x − μ) / σ.
  private func gradientSums(
    _ upstream: Tensor, mean: [Float], inverse: [Float], _ map: ChannelMap
  ) -> (sum: [Float], dot: [Float]) {
    let sums = channelSums(centre: mean, of: upstream, through: map)
    return (sums.sums.map { Float($0) }, zip(sums.products, inverse).map { Float($0 * Double($1)) })
  }

  /// With the batch's own statistics the gradient also flows through μ and σ:
  /// ∂x = γ / σ · (∂y − mean(∂y) − x̂ · mean(∂y · x̂)), as a line in x for each channel: where γ or ∂y is infinite, ∂x may be
  /// NaN where the formula has ±∞.
  private func batchNormGradients(
    _ upstream: Tensor, mean: [Float], inverse: [Float], _ map: ChannelMap
  ) -> [Tensor?] {
    let rows = Float(count / mean.count)
    let (sum, dot) = gradientSums(upstream, mean: mean, inverse: inverse, map)
    let input = wanting {
      let scale = map.scale
      let slope = mean.indices.map { -scale[$0] * dot[$0] * inverse[$0] / rows }
      let shift = mean.indices.map { -scale[$0] * sum[$0] / rows - mean[$0] * slope[$0] }
      return channelGradient(upstream, through: map, scale: scale, and: (slope, shift))
    }
    return [input, Tensor(dot), Tensor(sum)]
  }
}
