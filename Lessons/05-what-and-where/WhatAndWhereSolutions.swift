import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// feature-matching: ‖r(T(x)) − S(x)‖², summed over places and channels, averaged over the pictures.
public func featureMatching(target: Tensor, source: Tensor, weight: Tensor) throws -> Tensor {
  let difference = target.convolved(weight: weight) - source
  return difference.square().sum() / Float(source.shape[0])
}

/// channel-weights: Σ_c w_c · distance_c with w = softmax(s·Wᵀ + b), averaged over the pictures.
public func channelWeighted(distances: Tensor, pooled: Tensor, weight: Tensor, bias: Tensor) throws -> Tensor {
  let weights = pooled.linear(weight: weight, bias: bias).softmax()
  return (weights * distances).sum() / Float(distances.shape[0])
}

/// total-loss: L_ce + β · Σ over the pairs of the mean over the pictures of λ · L_channel.
public func totalLoss(crossEntropy: Tensor, losses: [Tensor], weights: [Tensor], beta: Float) throws -> Tensor {
  var total = crossEntropy
  for (loss, weight) in zip(losses, weights) {
    total = total + (weight * loss).mean() * beta
  }
  return total
}

/// matched-step: one step down L_ce + β ‖r(T(x)) − S(x)‖², and the loss before it.
public func matchedStep(
  _ networks: MatchedNetworks, images: Tensor, labels: [Int], beta: Float, rate: Float
) throws -> Float {
  let (target, source, projection) = (networks.target, networks.source, networks.projection)
  let maps = target(images, .training)
  let wanted = source(images)
  let logits = networks.head(maps.globalAveragePooled())
  let difference = projection(maps) - wanted
  let matching = difference.square().sum() / Float(labels.count)
  let loss = crossEntropy(logits, labels) + matching * beta
  let optimizer = SGD(target.parameters + networks.head.parameters + projection.parameters, learningRate: rate)
  optimizer.step(loss.gradients())
  return loss.item
}
