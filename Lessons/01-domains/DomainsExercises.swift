// The exercises of lesson 1. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise mmd
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade domains
//   swift test --filter DomainsExercises
//
// alih hint mmd helps with a hint, and if nothing helps, alih solution mmd shows the solution.

import Foundation
import Graders
import Grading
import TransferLearning

/// transfer-condition: in what the target differs from the source.
public func transferConditions(
  source: DescribedDomain, target: DescribedDomain
) throws -> Set<DomainComparison.Condition> {
  throw NotAttempted()
}

/// mmd: the squared maximum mean discrepancy of two samples, with the kernel exp(−‖a − b‖² / bandwidth).
public func maximumMeanDiscrepancy(source: [[Float]], target: [[Float]], bandwidth: Float) throws -> Float {
  throw NotAttempted()
}

/// class-prior: P(y), and P(y | bin) for `bins` bins of equal width from 0 to 1; an empty list for an empty bin.
public func classShares(
  of samples: [(brightness: Float, label: Int)], classes: Int, bins: Int
) throws -> (prior: [Float], inBin: [[Float]]) {
  throw NotAttempted()
}
