import Autograd

/// ‖r(T(x)) − S(x)‖²: how far the target network's features are from the source's after a 1×1 convolution r, summed over
/// each picture and averaged over the batch (Jang et al., 2019, equation 4.2 of the lesson).
///
/// `target` is `[N, H, W, C]`, `source` `[N, H, W, D]` and `weight`, the kernel of r, `[D, C, 1, 1]`.
public func featureMatchingLoss(target: Tensor, weight: Tensor, source: Tensor) -> Tensor {
  (target.convolved(weight: weight) - source).square().sum() / Float(source.shape[0])
}

/// Feature matching with a weight for every source channel: Σ_c w_c · mean over pixels of (r(T(x))_c − S(x)_c)², averaged
/// over the batch (equation 4.3 of the lesson).
///
/// The weights w are the softmax of `channelLogits` `[N, D]`, so that those of a picture sum to one; the other shapes are
/// those of `featureMatchingLoss`.
public func channelMatchingLoss(target: Tensor, weight: Tensor, source: Tensor, channelLogits: Tensor) -> Tensor {
  let distances = (target.convolved(weight: weight) - source).square().mean(along: [1, 2])
  return (channelLogits.softmax() * distances).sum() / Float(source.shape[0])
}
