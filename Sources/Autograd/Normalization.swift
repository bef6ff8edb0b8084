extension Tensor {
  /// Batch normalisation with the batch's own statistics (Ioffe and Szegedy, 2015).
  ///
  /// Per channel (the last axis), over all other axes: y = γ · (x − μ) / √(σ² + ε) + β. `weight` is γ and `bias` β, both
  /// `[C]`. Also returns μ and the unbiased variance, for the running statistics.
  public func batchNormalized(
    weight: Tensor, bias: Tensor, epsilon: Float = 1e-5
  ) -> (output: Tensor, mean: [Float], variance: [Float]) {
    let channels = weight.count
    precondition(shape.last == channels && bias.count == channels, "\(channels) channels do not fit \(shape)")
    let rows = count / channels
    let sums = withValues { x in
      // Shifted by the first row, so that the variance does not suffer from a large mean.
      channelSums(rows: rows, channels: channels) { place, channel in
        let shifted = x[place] - x[channel]
        return (shifted, shifted * shifted)
      }
    }
    let shift = withValues { Array($0.prefix(channels)) }
    let means = sums.first.map { $0 / Double(rows) }
    let variances = zip(sums.second, means).map { max(0, $0 / Double(rows) - $1 * $1) }
    let mean = zip(means, shift).map { Float($0 + Double($1)) }
    let inverse = variances.map { Float(1 / ($0 + Double(epsilon)).squareRoot()) }
    let output = normalized(mean: mean, inverse: inverse, weight: weight, bias: bias)
    let recorded = output.recorded(from: [self, weight, bias]) { upstream in
      self.batchNormGradients(upstream, mean: mean, inverse: inverse, weight: weight)
    }
    let unbiased = Double(rows) / Double(max(1, rows - 1))
    return (recorded, mean, variances.map { Float($0 * unbiased) })
  }

  /// Batch normalisation with fixed statistics, as at inference: a scale and a shift per channel.
  public func batchNormalized(
    mean: Tensor, variance: Tensor, weight: Tensor, bias: Tensor, epsilon: Float = 1e-5
  ) -> Tensor {
    let inverse = variance.values.map { 1 / ($0 + epsilon).squareRoot() }
    let mean = mean.values
    let output = normalized(mean: mean, inverse: inverse, weight: weight, bias: bias)
    return output.recorded(from: [self, weight, bias]) { upstream in
      let scale = Tensor(zip(inverse, weight.values).map { $0 * $1 })
      guard weight.requiresGradient || bias.requiresGradient else { return [upstream.scaled(by: scale), nil, nil] }
      let sums = self.gradientSums(upstream, mean: mean, inverse: inverse)
      return [self.wanting { upstream.scaled(by: scale) }, Tensor(sums.dot), Tensor(sums.sum)]
    }
  }

  /// Layer normalisation over the last axis (Ba et al., 2016): y = γ · (x − μ) / √(σ² + ε) + β for each row.
  public func layerNormalized(weight: Tensor, bias: Tensor, epsilon: Float = 1e-5) -> Tensor {
    let last = [shape.count - 1]
    let centred = self - mean(along: last, keepingAxes: true)
    let variance = centred.square().mean(along: last, keepingAxes: true)
    return centred / (variance + epsilon).squareRoot() * weight + bias
  }

  private func normalized(mean: [Float], inverse: [Float], weight: Tensor, bias: Tensor) -> Tensor {
    let scale = zip(weight.values, inverse).map { $0 * $1 }
    let channels = scale.count
    return Tensor(shape: shape) { target in
      Autograd.withValues(self, bias) { x, bias in
        parallelRanges(count / channels, grain: max(1, (1 << 15) / channels)) { rows in
          for row in rows {
            for channel in 0..<channels {
              let place = row * channels + channel
              target[place] = (x[place] - mean[channel]) * scale[channel] + bias[channel]
            }
          }
        }
      }
    }
  }

  private func scaled(by scale: Tensor) -> Tensor {
    Tensor.broadcast(self, scale) { $0 * $1 }
  }

  /// Per channel: Σ upstream and Σ upstream · x̂, with x̂ = (x − μ) / σ.
  private func gradientSums(_ upstream: Tensor, mean: [Float], inverse: [Float]) -> (sum: [Float], dot: [Float]) {
    let channels = mean.count
    let sums = Autograd.withValues(self, upstream) { x, upstream in
      channelSums(rows: count / channels, channels: channels) { place, channel in
        (upstream[place], upstream[place] * (x[place] - mean[channel]))
      }
    }
    return (sums.first.map { Float($0) }, zip(sums.second, inverse).map { Float($0 * Double($1)) })
  }

  /// With the batch's own statistics the gradient also flows through μ and σ:
  /// ∂x = γ / σ · (∂y − mean(∂y) − x̂ · mean(∂y · x̂)).
  private func batchNormGradients(
    _ upstream: Tensor, mean: [Float], inverse: [Float], weight: Tensor
  ) -> [Tensor?] {
    let channels = mean.count
    let rows = count / channels
    let (sum, dot) = gradientSums(upstream, mean: mean, inverse: inverse)
    let scale = zip(weight.values, inverse).map { $0 * $1 }
    let slope = (0..<channels).map { dot[$0] * inverse[$0] / Float(rows) }
    let level = sum.map { $0 / Float(rows) }
    let input = wanting {
      Tensor(shape: shape) { target in
        Autograd.withValues(self, upstream) { x, upstream in
          parallelRanges(rows, grain: max(1, (1 << 15) / channels)) { range in
            for row in range {
              for channel in 0..<channels {
                let place = row * channels + channel
                let through = level[channel] + (x[place] - mean[channel]) * slope[channel]
                target[place] = scale[channel] * (upstream[place] - through)
              }
            }
          }
        }
      }
    }
    return [input, Tensor(dot), Tensor(sum)]
  }
}
