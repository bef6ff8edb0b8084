import Autograd
import Foundation
import Grading
import NeuralNetworks

/// fgsm: a picture of `[1, H, W, 3]` after one step of the fast gradient sign method towards the class `target`.
public func fastGradientSign(
  _ picture: Tensor, target: Int, network: Sequential, epsilon: Float
) throws -> Tensor {
  let pixels = picture.requiringGradient()
  let loss = crossEntropy(network(pixels), [target])
  guard let gradient = loss.gradients()[pixels] else { return picture }
  let signs = Tensor(gradient.values.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, shape: gradient.shape)
  return (picture - signs * epsilon).clamped(to: 0...1)
}

/// project-linf: the nearest picture in [0, 1] of which no value is further than `epsilon` from the original's.
public func projectMaximum(_ picture: [Float], around original: [Float], epsilon: Float) throws -> [Float] {
  zip(picture, original).map { value, start in
    let change = min(max(value - start, -epsilon), epsilon)
    return min(max(start + change, 0), 1)
  }
}

/// project-l2: the picture with its change shortened to the length `epsilon` if it is longer, held within [0, 1].
public func projectLength(_ picture: [Float], around original: [Float], epsilon: Float) throws -> [Float] {
  let change = zip(picture, original).map { $0 - $1 }
  let length = change.map { $0 * $0 }.reduce(0, +).squareRoot()
  let factor = length > epsilon ? epsilon / length : 1
  return zip(original, change).map { start, change in min(max(start + change * factor, 0), 1) }
}

/// attack-success-rate: the share of the pictures that were right before for which the goal is reached after.
public func attackSuccessRate(
  before: [[Float]], after: [[Float]], labels: [Int], target: Int?
) throws -> Float? {
  func answer(_ scores: [Float]) -> Int? { scores.indices.max { scores[$0] < scores[$1] } }
  let right = labels.indices.filter { answer(before[$0]) == labels[$0] }
  guard !right.isEmpty else { return nil }
  let reached = right.count { place in
    if let target { answer(after[place]) == target } else { answer(after[place]) != labels[place] }
  }
  return Float(reached) / Float(right.count)
}

/// score-of-an-attack: the share of pictures that are taken for `target` after one step of an attack.
public func scoreOfAttack(on pictures: Tensor, target: Int, network: Sequential, epsilon: Float) throws -> Float {
  let targets = [Int](repeating: target, count: pictures.shape[0])
  let pixels = pictures.requiringGradient()
  let loss = crossEntropy(network(pixels * 255), targets)
  guard let gradient = loss.gradients()[pixels] else { return 0 }
  let signs = Tensor(gradient.values.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, shape: gradient.shape)
  let attacked = (pictures - signs * epsilon).clamped(to: 0...1)
  // The network sees every picture on its own scale, the attacked one as well.
  let answers = network(attacked * 255).indicesOfLargest()
  return Float(answers.count { $0 == target }) / Float(answers.count)
}
