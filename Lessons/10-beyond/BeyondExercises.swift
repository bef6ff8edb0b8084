// The exercises of lesson 10. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise distillation-loss
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade beyond
//   swift test --filter BeyondExercises
//
// alih hint distillation-loss helps with a hint, and if nothing helps, alih solution distillation-loss shows the solution.

import Foundation
import Graders
import Grading

/// distillation-loss: T² · KL(softmax(teacher / T) ‖ softmax(student / T)), the mean over the pictures.
public func softenedLoss(student: [[Float]], teacher: [[Float]], temperature: Float) throws -> Float {
  throw NotAttempted()
}

/// prototype-classifier: for each query, the label whose pictures have the nearest mean.
public func prototypeLabels(
  of queries: [[Float]], support: [(features: [Float], label: Int)]
) throws -> [Int] {
  throw NotAttempted()
}

/// info-nce: the mean of −ln softmax of cos(aᵢ, bⱼ) / τ at the partner, in both directions.
public func pairLoss(_ first: [[Float]], _ second: [[Float]], temperature: Float) throws -> Float {
  throw NotAttempted()
}

/// zero-shot: how likely each class is, of which sentences are known alone: softmax of cos(picture, class) / τ.
public func zeroShot(picture: [Float], prompts: [[[Float]]], temperature: Float) throws -> [Float] {
  throw NotAttempted()
}

/// low-rank-update: W x + α / r · B A x, and how many values learn.
public func adaptedOutput(
  of input: [Float], weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float
) throws -> (output: [Float], learnt: Int) {
  throw NotAttempted()
}

/// episode-report: the mean accuracy of episodes, and half of its 95 % interval.
///
/// Spot the bugs: it runs, and two things are wrong.
public func episodeReport(_ episodes: [PlayedEpisode]) throws -> (mean: Float, half: Float) {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let accuracies = episodes.map { episode in
    let right = episode.queries.indices.filter { episode.isRight[$0] }
    return Float(right.count) / Float(episode.queries.count)
  }
  let mean = accuracies.reduce(0, +) / Float(accuracies.count)
  let squares = accuracies.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  let deviation = (squares / Float(accuracies.count - 1)).squareRoot()
  let count = episodes.map { $0.queries.count }.reduce(0, +)
  return (mean, 1.96 * deviation / Float(count).squareRoot())
}
