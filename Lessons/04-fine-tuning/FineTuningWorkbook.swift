import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum FineTuningWorkbook {
  package static var rows: [Row] {
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
