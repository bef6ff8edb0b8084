import Autograd

/// ‖r(T(x)) − S(x)‖²: how far the target network's features are from the source's after a 1×1 convolution r, summed over
/// each picture and averaged over the batch (Jang et al., 2019, equation 4.2 of the lesson).
///
/// `target` is `[N, H, W, C]`, `source` `[N, H′, W′, D]` and `weight`, the kernel of r, `[D, C, 1, 1]`, its bias `[D]`; where
/// the sizes differ, the larger maps are reduced first, as `Tensor.matched(with:)` says.
public func featureMatchingLoss(target: Tensor, weight: Tensor, bias: Tensor? = nil, source: Tensor) -> Tensor {
  let (target, source) = target.matched(with: source)
  return (target.convolved(weight: weight, bias: bias) - source).square().sum() / Float(source.shape[0])
}

/// Feature matching with a weight for every source channel: Σ_c w_c · mean over pixels of (r(T(x))_c − S(x)_c)², averaged
/// over the batch (equation 4.3 of the lesson).
///
/// The weights w are the softmax of `channelLogits` `[N, D]`, so that those of a picture sum to one; the other shapes are
/// those of `featureMatchingLoss`.
public func channelMatchingLoss(
  target: Tensor, weight: Tensor, bias: Tensor? = nil, source: Tensor, channelLogits: Tensor
) -> Tensor {
  let distances = channelDistances(target: target, weight: weight, bias: bias, source: source)
  return (channelLogits.softmax() * distances).sum() / Float(source.shape[0])
}

/// How far each picture is from the source in each of its channels: the mean over pixels of (r(T(x))_c − S(x)_c)², `[N, D]`.
///
/// Shapes are those of `featureMatchingLoss`. Of a channel of variance 1 it is 1 where nothing better than its mean is
/// known, and 0 where the target knows it wholly.
public func channelDistances(target: Tensor, weight: Tensor, bias: Tensor? = nil, source: Tensor) -> Tensor {
  let (target, source) = target.matched(with: source)
  return target.convolved(weight: weight, bias: bias).meanSquaredDifferences(from: source)
}

extension Tensor {
  /// These maps and others `[N, H′, W′, D]` at one size: where the sizes differ, the larger ones are reduced to the smaller,
  /// each new pixel a mean of those that it covers; where a size is no multiple of the other, as PyTorch's
  /// `interpolate(…, antialias=True)` does.
  ///
  /// Jang et al. bring the source to the target's size. To enlarge maps adds nothing to them that could be matched and makes
  /// the loss dearer, so here it is never done.
  package func matched(with other: Tensor) -> (Tensor, Tensor) {
    precondition(
      shape.count == 4 && other.shape.count == 4 && shape[0] == other.shape[0],
      "maps \(shape) are not of the same pictures as \(other.shape)")
    let (height, width) = (min(shape[1], other.shape[1]), min(shape[2], other.shape[2]))
    return (reduced(to: (height, width)), other.reduced(to: (height, width)))
  }

  private func reduced(to size: (height: Int, width: Int)) -> Tensor {
    if (shape[1], shape[2]) == size { return self }
    let factor = shape[1] / size.height
    if (shape[1], shape[2]) == (size.height * factor, size.width * factor) { return averagePooled(kernel: factor) }
    return resized(height: size.height, width: size.width, antialiased: true)
  }

  /// The mean over places of (a − b)² in each channel, `[N, C]` of maps `[N, H, W, C]` of one shape.
  ///
  /// With upstream u `[N, C]`: ∂a = 2 (a − b) u / HW at every place, and ∂b = −∂a. In one pass, since it is what matching spends its
  /// time on.
  fileprivate func meanSquaredDifferences(from other: Tensor) -> Tensor {
    precondition(shape == other.shape, "maps \(shape) and \(other.shape) do not match")
    let (pictures, places, channels) = (shape[0], shape[1] * shape[2], shape[3])
    let share = 1 / Float(max(1, places))
    let means = Tensor(shape: [pictures, channels]) { target in
      target.initialize(repeating: 0)
      withValues { a in
        other.withValues { b in
          for row in 0..<pictures * places {
            let (from, to) = (row * channels, row / places * channels)
            for channel in 0..<channels {
              let difference = a[from + channel] - b[from + channel]
              target[to + channel] += difference * difference
            }
          }
        }
      }
      for index in target.indices { target[index] *= share }
    }
    return means.recorded(from: [self, other]) { upstream in
      func slope(_ factor: Float) -> Tensor {
        Tensor(shape: self.shape) { target in
          self.withValues { a in
            other.withValues { b in
              upstream.withValues { u in
                for row in 0..<pictures * places {
                  let (at, of) = (row * channels, row / places * channels)
                  for channel in 0..<channels {
                    target[at + channel] = (a[at + channel] - b[at + channel]) * (u[of + channel] * factor)
                  }
                }
              }
            }
          }
        }
      }
      return [self.wanting { slope(2 * share) }, other.wanting { slope(-2 * share) }]
    }
  }
}
