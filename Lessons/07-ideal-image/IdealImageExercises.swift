// The exercises of lesson 7. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise total-variation
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade ideal-image
//   swift test --filter IdealImageExercises
//
// alih hint total-variation helps with a hint, and if nothing helps, alih solution total-variation shows the solution.

import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks
import Visualization

/// total-variation: V(x) of a grey picture, given row by row, and ∂V/∂x, which has as many rows and columns.
public func totalVariation(of picture: [[Float]]) throws -> (value: Float, gradient: [[Float]]) {
  throw NotAttempted()
}

/// ideal-image-step: the picture `[1, H, W, 3]` after one step of gradient descent on its pixels.
public func idealImageStep(
  _ picture: Tensor, label: Int, network: Sequential, variationWeight: Float, rate: Float
) throws -> Tensor {
  throw NotAttempted()
}

/// logit-loss: minus the mean logit of the wanted classes; logits are `[N, C]`, the result is a single number.
public func logitLoss(_ logits: Tensor, labels: [Int]) throws -> Tensor {
  throw NotAttempted()
}

/// recipe-at-another-size: the term that variation adds to the loss of a picture of `[1, H, W, C]`.
///
/// Spot the bug: it runs, and is wrong.
public func variationTerm(of picture: Tensor, recipe: VariationRecipe) throws -> Tensor {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let (height, width) = (picture.shape[1], picture.shape[2])
  let down = picture.slice(1..<height, along: 1) - picture.slice(0..<height - 1, along: 1)
  let across = picture.slice(1..<width, along: 2) - picture.slice(0..<width - 1, along: 2)
  let sum = down.abs().sum() + across.abs().sum()
  let variation = sum / Float(down.count + across.count)
  return variation * recipe.weight
}
