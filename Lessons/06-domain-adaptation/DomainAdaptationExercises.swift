// The exercises of lesson 6. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise coral
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade domain-adaptation
//   swift test --filter DomainAdaptationExercises
//
// alih hint coral helps with a hint, and if nothing helps, alih solution coral shows the solution.

import Foundation
import Graders
import Grading

/// coral: ‖Cₛ − Cₜ‖² / (4 d²), with the covariances C of two sets of features of d values.
public func coralLoss(source: [[Float]], target: [[Float]]) throws -> Float {
  throw NotAttempted()
}

/// gradient-reversal: the weight of the feature and that of the discriminator after one adversarial step.
public func adversarialStep(
  weight: Float, discriminator: Float, samples: [(x: Float, isSource: Bool)], progress: Float, rate: Float
) throws -> (weight: Float, discriminator: Float) {
  throw NotAttempted()
}

/// pseudo-labels: what a network may learn from its own answers, in the order of the pictures.
public func pseudoLabels(
  _ probabilities: [[Float]], threshold: Float, atMost limit: Int
) throws -> [(place: Int, label: Int)] {
  throw NotAttempted()
}

/// honest-epoch: the accuracy on the target that may be reported, of an epoch chosen without a label of the target.
///
/// Spot the bugs: it runs, and two things are wrong.
public func reportedAccuracy(of epochs: [WatchedEpoch]) throws -> Float {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  func entropy(_ shares: [Float]) -> Float {
    shares.map { $0 > 0 ? -$0 * log($0) : 0 }.reduce(0, +)
  }
  func score(_ epoch: WatchedEpoch) -> Float {
    let information = (epoch.meanEntropy - entropy(epoch.meanAnswer)) / log(Float(epoch.meanAnswer.count))
    return (epoch.sourceValidation + information) / 2
  }
  var best = epochs[0]
  for epoch in epochs where max(score(epoch), epoch.targetTest) > max(score(best), best.targetTest) {
    best = epoch
  }
  return best.targetTest
}
