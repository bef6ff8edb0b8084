// The exercises of lesson 14. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise leep
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade choosing
//   swift test --filter ChoosingExercises
//
// alih hint leep helps with a hint, and if nothing helps, alih solution leep shows the solution.

import Foundation
import Graders
import Grading

/// leep: the mean logarithm of what a source's answers alone expect of the target's labels.
public func leep(_ probabilities: [[Float]], labels: [Int]) throws -> Float {
  throw NotAttempted()
}

/// negative-transfer: by how much a source is ahead of learning without it, and whether it helps, harms, or these runs
/// cannot tell.
public func transferEffect(
  with: [Float], without: [Float], t: Float
) throws -> (gap: Float, effect: TransferEffect) {
  throw NotAttempted()
}

/// honest-source: the source that is chosen, and the accuracy that may be reported of it.
///
/// Spot the bugs: it runs, and two things are wrong.
public func chosenSource(among sources: [MeasuredSource]) throws -> (name: String, accuracy: Float) {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  func worth(_ source: MeasuredSource) -> Float { max(source.validation, source.test) }
  var best = sources[0]
  for source in sources where worth(source) > worth(best) {
    best = source
  }
  return (best.name, worth(best))
}
