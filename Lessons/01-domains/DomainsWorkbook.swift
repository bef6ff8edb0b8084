import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum DomainsWorkbook {
  package static var rows: [Row] {
    [
      Row(
        TransferConditionGrader.self,
        exercise: Exercises.transferConditions, solution: Solutions.transferConditions),
      Row(
        MMDGrader.self,
        exercise: Exercises.maximumMeanDiscrepancy, solution: Solutions.maximumMeanDiscrepancy),
      Row(
        ClassPriorGrader.self,
        exercise: Exercises.classShares, solution: Solutions.classShares),
    ]
  }
}
