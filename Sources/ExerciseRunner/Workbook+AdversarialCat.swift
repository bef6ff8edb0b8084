import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var adversarialCat: [Row] {
    [
      Row(FGSMGrader.self, exercise: Exercises.fastGradientSign, solution: Solutions.fastGradientSign),
      Row(ProjectLinfGrader.self, exercise: Exercises.projectMaximum, solution: Solutions.projectMaximum),
      Row(ProjectL2Grader.self, exercise: Exercises.projectLength, solution: Solutions.projectLength),
      Row(AttackSuccessRateGrader.self, exercise: Exercises.attackSuccessRate, solution: Solutions.attackSuccessRate),
      Row(ScoreOfAnAttackGrader.self, exercise: Exercises.scoreOfAttack, solution: Solutions.scoreOfAttack),
    ]
  }
}
