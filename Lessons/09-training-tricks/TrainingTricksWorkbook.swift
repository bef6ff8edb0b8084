import Graders
import Grading
import Solutions
import TrainingTricksExercises

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum TrainingTricksWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        HeInitialisationGrader.self, exercise: TrainingTricksExercises.heInitialisation,
        solution: Solutions.heInitialisation),
      Row(DropoutGrader.self, exercise: TrainingTricksExercises.dropout, solution: Solutions.dropout),
      Row(
        CosineScheduleGrader.self, exercise: TrainingTricksExercises.cosineSchedule, solution: Solutions.cosineSchedule),
      Row(ClippedStepGrader.self, exercise: TrainingTricksExercises.clippedStep, solution: Solutions.clippedStep),
    ]
  }
}
