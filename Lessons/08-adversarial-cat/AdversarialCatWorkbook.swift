import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum AdversarialCatWorkbook {
  package static var rows: [Row] {
    [
      Row(FGSMGrader.self, exercise: Exercises.fastGradientSign, solution: Solutions.fastGradientSign),
      Row(ProjectLinfGrader.self, exercise: Exercises.projectMaximum, solution: Solutions.projectMaximum),
      Row(ProjectL2Grader.self, exercise: Exercises.projectLength, solution: Solutions.projectLength),
      Row(AttackSuccessRateGrader.self, exercise: Exercises.attackSuccessRate, solution: Solutions.attackSuccessRate),
      Row(ScoreOfAnAttackGrader.self, exercise: Exercises.scoreOfAttack, solution: Solutions.scoreOfAttack),
    ]
  }
}
