// The exercises of lesson 0. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise softmax
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade foundations
//   swift test --filter FoundationsExercises
//
// alih hint softmax helps with a hint, and if nothing helps, alih solution softmax shows the solution.

import Autograd
import Foundation
import Grading
import NeuralNetworks

/// softmax: the probability of each class.
public func softmax(of logits: [Float]) throws -> [Float] {
  throw NotAttempted()
}

/// chain-rule: the loss (ReLU(w x + b) − y)² of a neuron, and its slopes by w, by b and by x.
public func neuron(
  weight: Float, bias: Float, input: Float, target: Float
) throws -> (loss: Float, byWeight: Float, byBias: Float, byInput: Float) {
  throw NotAttempted()
}

/// convolve: the answers of a filter at every place of a picture on which it fits.
public func convolve(_ picture: [[Float]], by filter: [[Float]]) throws -> [[Float]] {
  throw NotAttempted()
}

/// gradient-step: the places of a walk downhill, from the start on.
public func descend(
  from start: [Float], learningRate: Float, steps: Int, gradient: ([Float]) -> [Float]
) throws -> [[Float]] {
  throw NotAttempted()
}

/// mend-a-loop: a trained classifier with its validation accuracy after each epoch, with a mistake in it to be found.
public func learningCurve(
  training: Tensor, labels: [Int], validation: Tensor, validationLabels: [Int], classes: Int, epochs: Int,
  random: inout RandomSource
) throws -> (head: Linear, accuracies: [Float]) {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let head = Linear(training.shape[1], classes, random: &random)
  let optimizer = SGD(head.parameters, learningRate: 0.5)
  var accuracies: [Float] = []
  for _ in 0..<epochs {
    let loss = crossEntropy(head(training), labels)
    optimizer.step(loss.gradients())
    let logits = head(validation)
    let validationLoss = crossEntropy(logits, validationLabels)
    optimizer.step(validationLoss.gradients())
    accuracies.append(accuracy(logits, validationLabels))
  }
  return (head, accuracies)
}
