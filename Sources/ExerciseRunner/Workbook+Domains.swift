import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var domains: [Row] {
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
