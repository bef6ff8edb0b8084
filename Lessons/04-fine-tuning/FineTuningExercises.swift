// The exercises of lesson 4. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise l2-sp
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade fine-tuning
//   swift test --filter FineTuningExercises
//
// alih hint l2-sp helps with a hint, and if nothing helps, alih solution l2-sp shows the solution.

import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// trainable-parameters: freezes the first `count` parts of a network, and says how many numbers still learn.
public func trainableParameters(of network: Sequential, freezing count: Int) throws -> Int {
  throw NotAttempted()
}

/// discriminative-rates: the values of all parts, the head last, after a step at a rate of its own for each part.
public func discriminativeStep(
  _ parts: [[Float]], gradients: [[Float]], headRate: Float, factor: Float
) throws -> [[Float]] {
  throw NotAttempted()
}

/// l2-sp: the loss plus ½ α ‖θ − θ₀‖² over all parts but the last, the head.
public func decayTowardsStart(
  _ loss: Tensor, parts: [[Parameter]], start: [[Tensor]], strength: Float
) throws -> Tensor {
  throw NotAttempted()
}

/// early-stopping: how many epochs run, and the place in `losses` of the one whose weights are restored.
public func stopEarly(losses: [Float], patience: Int) throws -> (epochs: Int, best: Int) {
  throw NotAttempted()
}

/// training-report: trains a network, and gives its accuracy on pictures that it has not learnt from.
///
/// Spot the bugs: it runs, and two things are wrong. The recipe has momentum 0.9 and weight decay 0.0005.
public func trainingReport(
  _ network: Sequential, training: ExercisePictures, validation: ExercisePictures, epochs: Int
) throws -> Float {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let trainingBatches = training.batches(of: 4)
  let validationBatches = training.batches(of: 4)
  let optimizer = SGD(network.parameters, learningRate: 0.05, momentum: 5e-4)
  for _ in 0..<epochs {
    for batch in trainingBatches {
      let loss = crossEntropy(network(batch.images, .training), batch.labels)
      optimizer.step(loss.gradients())
    }
  }
  var (right, all) = (0, 0)
  for batch in validationBatches {
    let answers = network(batch.images).indicesOfLargest()
    right += zip(answers, batch.labels).count { $0 == $1 }
    all += batch.labels.count
  }
  return Float(right) / Float(all)
}
