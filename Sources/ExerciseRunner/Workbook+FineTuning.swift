import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var fineTuning: [Row] {
    [
      Row(
        TrainableParametersGrader.self,
        exercise: Exercises.trainableParameters, solution: Solutions.trainableParameters),
      Row(
        DiscriminativeRatesGrader.self,
        exercise: Exercises.discriminativeStep, solution: Solutions.discriminativeStep),
      Row(L2SPGrader.self, exercise: Exercises.decayTowardsStart, solution: Solutions.decayTowardsStart),
      Row(EarlyStoppingGrader.self, exercise: Exercises.stopEarly, solution: Solutions.stopEarly),
      Row(TrainingReportGrader.self, exercise: Exercises.trainingReport, solution: Solutions.trainingReport),
    ]
  }
}
