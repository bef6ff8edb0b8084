import Autograd

/// The cross entropy of `logits` `[N, C]` and the right classes: the mean over the batch of −ln p(label), in nats.
///
/// With `labelSmoothing` ε the target is 1 − ε on the label and ε spread over all classes (Szegedy et al., 2016).
public func crossEntropy(_ logits: Tensor, _ labels: [Int], labelSmoothing: Float = 0) -> Tensor {
  let logProbabilities = logits.logSoftmax()
  let right = -logProbabilities.gather(labels).mean()
  guard labelSmoothing > 0 else { return right }
  return right * (1 - labelSmoothing) - logProbabilities.mean() * labelSmoothing
}

/// The mean of (prediction − target)².
public func meanSquaredError(_ prediction: Tensor, _ target: Tensor) -> Tensor {
  (prediction - target).square().mean()
}

/// The share of rows of `logits` `[N, C]` whose largest value is at the label, in [0, 1].
public func accuracy(_ logits: Tensor, _ labels: [Int]) -> Float {
  let right = zip(logits.indicesOfLargest(), labels).count { $0 == $1 }
  return Float(right) / Float(max(1, labels.count))
}
