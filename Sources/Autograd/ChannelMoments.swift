extension Tensor {
  /// The mean μ and the (biased) variance σ² of each channel, the last axis, over all other axes, each `[C]`.
  ///
  /// With M values a channel, ∂μ/∂x = 1 / M and ∂σ²/∂x = 2 (x − μ) / M. What is not a number makes its channel's moments so.
  public func channelMoments() -> (mean: Tensor, variance: Tensor) {
    let channels = shape.last ?? 1
    let (means, variances) = moments(channels)
    let mean = means.map { Float($0) }
    let both = Tensor(mean + variances.map { Float($0) }, shape: [2, channels]).recorded(from: [self]) { upstream in
      let (slopes, shares) = (upstream.values.suffix(channels), upstream.values.prefix(channels))
      let share = 1 / Float(self.count / channels)
      let scale = slopes.map { 2 * share * $0 }
      let shift = zip(shares, zip(scale, mean)).map { share * $0 - $1.0 * $1.1 }
      return [self.mapped(by: ChannelMap(scale: scale, shift: shift, rectification: .none))]
    }
    return (
      both.slice(0..<1, along: 0).reshaped([channels]), both.slice(1..<2, along: 0).reshaped([channels])
    )
  }

  /// Mean and biased variance of each of the channels.
  func moments(_ channels: Int) -> (means: [Double], variances: [Double]) {
    let rows = Double(count / channels)
    // Shifted by the first row, so that the variance does not suffer from a large mean.
    let shift = withValues { $0.prefix(channels).map { $0.isFinite ? $0 : 0 } }
    let sums = channelSums(centre: shift)
    let means = sums.sums.map { $0 / rows }
    // In this order what is not a number stays so.
    let variances = zip(sums.products, means).map { max($0 / rows - $1 * $1, 0) }
    return (zip(means, shift).map { $0 + Double($1) }, variances)
  }
}
