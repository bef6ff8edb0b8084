import AdversarialCatExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum AdversarialCatWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(FGSMGrader.self, exercise: AdversarialCatExercises.fastGradientSign, solution: Solutions.fastGradientSign),
      Row(ProjectLinfGrader.self, exercise: AdversarialCatExercises.projectMaximum, solution: Solutions.projectMaximum),
      Row(ProjectL2Grader.self, exercise: AdversarialCatExercises.projectLength, solution: Solutions.projectLength),
      Row(
        AttackSuccessRateGrader.self, exercise: AdversarialCatExercises.attackSuccessRate,
        solution: Solutions.attackSuccessRate),
      Row(
        ScoreOfAnAttackGrader.self, exercise: AdversarialCatExercises.scoreOfAttack, solution: Solutions.scoreOfAttack),
    ]
  }
}
