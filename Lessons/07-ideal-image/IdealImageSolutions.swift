import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks
import Visualization

/// total-variation: V(x) of a grey picture, given row by row, and ∂V/∂x, which has as many rows and columns.
public func totalVariation(of picture: [[Float]]) throws -> (value: Float, gradient: [[Float]]) {
  let (height, width) = (picture.count, picture[0].count)
  let pairs = Float((height - 1) * width + height * (width - 1))
  var value: Float = 0
  var gradient = picture.map { row in row.map { _ in Float(0) } }
  for y in 0..<height {
    for x in 0..<width {
      for (below, right) in [(y + 1, x), (y, x + 1)] where below < height && right < width {
        let difference = picture[below][right] - picture[y][x]
        let sign: Float = difference > 0 ? 1 : difference < 0 ? -1 : 0
        value += abs(difference) / pairs
        gradient[below][right] += sign / pairs
        gradient[y][x] -= sign / pairs
      }
    }
  }
  return (value, gradient)
}

/// ideal-image-step: the picture `[1, H, W, 3]` after one step of gradient descent on its pixels.
public func idealImageStep(
  _ picture: Tensor, label: Int, network: Sequential, variationWeight: Float, rate: Float
) throws -> Tensor {
  let pixels = picture.requiringGradient()
  let loss = crossEntropy(network(pixels), [label]) + variationLoss(pixels) * variationWeight
  guard let gradient = loss.gradients()[pixels] else { return picture }
  return (picture - gradient * rate).clamped(to: 0...1)
}

/// logit-loss: minus the mean logit of the wanted classes; logits are `[N, C]`, the result is a single number.
public func logitLoss(_ logits: Tensor, labels: [Int]) throws -> Tensor {
  -logits.gather(labels).mean()
}

/// recipe-at-another-size: the term that variation adds to the loss of a picture of `[1, H, W, C]`.
public func variationTerm(of picture: Tensor, recipe: VariationRecipe) throws -> Tensor {
  let (height, width) = (picture.shape[1], picture.shape[2])
  let down = picture.slice(1..<height, along: 1) - picture.slice(0..<height - 1, along: 1)
  let across = picture.slice(1..<width, along: 2) - picture.slice(0..<width - 1, along: 2)
  let sum = down.abs().sum() + across.abs().sum()
  let variation = sum / Float(down.count + across.count)
  // The weight of the recipe belongs to a sum of so many differences, whatever the size of this picture.
  let pairs = (recipe.height - 1) * recipe.width + recipe.height * (recipe.width - 1)
  return variation * (recipe.weight * Float(recipe.channels * pairs))
}
