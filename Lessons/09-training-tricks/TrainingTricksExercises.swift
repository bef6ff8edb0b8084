// The exercises of lesson 9. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise dropout
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade training-tricks
//   swift test --filter TrainingTricksExercises
//
// alih hint dropout helps with a hint, and if nothing helps, alih solution dropout shows the solution.

import Foundation
import Graders
import Grading

/// he-initialisation: weights for a layer of `outputs` values, each a sum of `inputs`, out of normal numbers.
public func heInitialisation(outputs: Int, inputs: Int, normal: () -> Float) throws -> [[Float]] {
  throw NotAttempted()
}

/// dropout: what becomes of some values in training and at inference; `draws` are uniform in [0, 1), one for each value.
public func dropout(_ values: [Float], probability: Float, draws: [Float], isTraining: Bool) throws -> [Float] {
  throw NotAttempted()
}

/// cosine-schedule: the learning rate of a step, counted from 0, which rises along a line and falls along half a cosine.
public func cosineSchedule(step: Int, steps: Int, warmUp: Int, base: Float) throws -> Float {
  throw NotAttempted()
}

/// clipped-step: weights and velocity after one step of SGD with momentum whose gradient is clipped.
///
/// Spot the bugs: it runs, and two things are wrong.
public func clippedStep(
  _ weights: [Float], velocity: [Float], gradient: [Float], rate: Float, momentum: Float, longest: Float
) throws -> (weights: [Float], velocity: [Float]) {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  var (weights, velocity) = (weights, velocity)
  for place in weights.indices {
    velocity[place] = momentum * velocity[place] + gradient[place]
    weights[place] -= rate * velocity[place]
  }
  for place in weights.indices where abs(velocity[place]) > longest {
    velocity[place] = velocity[place] > 0 ? longest : -longest
  }
  return (weights, velocity)
}
