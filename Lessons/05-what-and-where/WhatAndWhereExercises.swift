// The exercises of lesson 5. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise channel-weights
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade what-and-where
//   swift test --filter WhatAndWhereExercises
//
// alih hint channel-weights helps with a hint, and if nothing helps, alih solution channel-weights shows the solution.

import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// feature-matching: ‖r(T(x)) − S(x)‖², summed over places and channels, averaged over the pictures.
public func featureMatching(target: Tensor, source: Tensor, weight: Tensor) throws -> Tensor {
  throw NotAttempted()
}

/// channel-weights: Σ_c w_c · distance_c with w = softmax(s·Wᵀ + b), averaged over the pictures.
public func channelWeighted(distances: Tensor, pooled: Tensor, weight: Tensor, bias: Tensor) throws -> Tensor {
  throw NotAttempted()
}

/// total-loss: L_ce + β · Σ over the pairs of the mean over the pictures of λ · L_channel.
public func totalLoss(crossEntropy: Tensor, losses: [Tensor], weights: [Tensor], beta: Float) throws -> Tensor {
  throw NotAttempted()
}

/// matched-step: one step down L_ce + β ‖r(T(x)) − S(x)‖², and the loss before it.
///
/// Spot the bugs: it runs, the loss falls, and two things are wrong.
public func matchedStep(
  _ networks: MatchedNetworks, images: Tensor, labels: [Int], beta: Float, rate: Float
) throws -> Float {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let (target, source, projection) = (networks.target, networks.source, networks.projection)
  let maps = target(images, .training)
  let wanted = source(images, .training)
  let logits = networks.head(maps.globalAveragePooled())
  let difference = projection(maps.detached()) - wanted
  let matching = difference.square().sum() / Float(labels.count)
  let loss = crossEntropy(logits, labels) + matching * beta
  let optimizer = SGD(target.parameters + networks.head.parameters + projection.parameters, learningRate: rate)
  optimizer.step(loss.gradients())
  return loss.item
}
