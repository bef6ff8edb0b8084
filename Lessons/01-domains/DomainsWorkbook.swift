import DomainsExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum DomainsWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        TransferConditionGrader.self,
        exercise: DomainsExercises.transferConditions, solution: Solutions.transferConditions),
      Row(
        MMDGrader.self,
        exercise: DomainsExercises.maximumMeanDiscrepancy, solution: Solutions.maximumMeanDiscrepancy),
      Row(
        ClassPriorGrader.self,
        exercise: DomainsExercises.classShares, solution: Solutions.classShares),
    ]
  }
}
