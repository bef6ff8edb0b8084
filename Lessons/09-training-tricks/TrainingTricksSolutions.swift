import Foundation
import Graders
import Grading

/// he-initialisation: weights for a layer of `outputs` values, each a sum of `inputs`, out of normal numbers.
public func heInitialisation(outputs: Int, inputs: Int, normal: () -> Float) throws -> [[Float]] {
  let spread = (2 / Float(inputs)).squareRoot()
  return (0..<outputs).map { _ in (0..<inputs).map { _ in spread * normal() } }
}

/// dropout: what becomes of some values in training and at inference; `draws` are uniform in [0, 1), one for each value.
public func dropout(_ values: [Float], probability: Float, draws: [Float], isTraining: Bool) throws -> [Float] {
  guard isTraining else { return values }
  return zip(values, draws).map { value, draw in draw < probability ? 0 : value / (1 - probability) }
}

/// cosine-schedule: the learning rate of a step, counted from 0, which rises along a line and falls along half a cosine.
public func cosineSchedule(step: Int, steps: Int, warmUp: Int, base: Float) throws -> Float {
  if step < warmUp { return base * Float(step + 1) / Float(warmUp) }
  let progress = Float(step - warmUp) / Float(steps - warmUp)
  return base * (1 + cos(Float.pi * progress)) / 2
}

/// clipped-step: weights and velocity after one step of SGD with momentum whose gradient is clipped.
public func clippedStep(
  _ weights: [Float], velocity: [Float], gradient: [Float], rate: Float, momentum: Float, longest: Float
) throws -> (weights: [Float], velocity: [Float]) {
  var (weights, velocity) = (weights, velocity)
  // The length of the whole gradient, before anything moves; its direction stays.
  let norm = gradient.map { $0 * $0 }.reduce(0, +).squareRoot()
  let share = norm > longest ? longest / norm : 1
  for place in weights.indices {
    velocity[place] = momentum * velocity[place] + share * gradient[place]
    weights[place] -= rate * velocity[place]
  }
  return (weights, velocity)
}
