import FineTuningExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum FineTuningWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        TrainableParametersGrader.self,
        exercise: FineTuningExercises.trainableParameters, solution: Solutions.trainableParameters),
      Row(
        DiscriminativeRatesGrader.self,
        exercise: FineTuningExercises.discriminativeStep, solution: Solutions.discriminativeStep),
      Row(L2SPGrader.self, exercise: FineTuningExercises.decayTowardsStart, solution: Solutions.decayTowardsStart),
      Row(EarlyStoppingGrader.self, exercise: FineTuningExercises.stopEarly, solution: Solutions.stopEarly),
      Row(TrainingReportGrader.self, exercise: FineTuningExercises.trainingReport, solution: Solutions.trainingReport),
    ]
  }
}
