// The exercises of lesson 8. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise fgsm
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade adversarial-cat
//   swift test --filter AdversarialCatExercises
//
// alih hint fgsm helps with a hint, and if nothing helps, alih solution fgsm shows the solution.

import Autograd
import Foundation
import Grading
import NeuralNetworks

/// fgsm: a picture of `[1, H, W, 3]` after one step of the fast gradient sign method towards the class `target`.
public func fastGradientSign(
  _ picture: Tensor, target: Int, network: Sequential, epsilon: Float
) throws -> Tensor {
  throw NotAttempted()
}

/// project-linf: the nearest picture in [0, 1] of which no value is further than `epsilon` from the original's.
public func projectMaximum(_ picture: [Float], around original: [Float], epsilon: Float) throws -> [Float] {
  throw NotAttempted()
}

/// project-l2: the picture with its change shortened to the length `epsilon` if it is longer, held within [0, 1].
public func projectLength(_ picture: [Float], around original: [Float], epsilon: Float) throws -> [Float] {
  throw NotAttempted()
}

/// attack-success-rate: the share of the pictures that were right before for which the goal is reached after.
public func attackSuccessRate(
  before: [[Float]], after: [[Float]], labels: [Int], target: Int?
) throws -> Float? {
  throw NotAttempted()
}

/// score-of-an-attack: the share of pictures that are taken for `target` after one step of an attack.
///
/// Spot the bug: it runs, and is wrong. Pictures and ε are on a scale from 0 to 1; the network expects 0 to 255.
public func scoreOfAttack(on pictures: Tensor, target: Int, network: Sequential, epsilon: Float) throws -> Float {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let targets = [Int](repeating: target, count: pictures.shape[0])
  let pixels = pictures.requiringGradient()
  let loss = crossEntropy(network(pixels * 255), targets)
  guard let gradient = loss.gradients()[pixels] else { return 0 }
  let signs = Tensor(gradient.values.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }, shape: gradient.shape)
  let attacked = (pictures - signs * epsilon).clamped(to: 0...1)
  let answers = network(attacked).indicesOfLargest()
  return Float(answers.count { $0 == target }) / Float(answers.count)
}
