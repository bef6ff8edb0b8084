import BeyondExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum BeyondWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(DistillationLossGrader.self, exercise: BeyondExercises.softenedLoss, solution: Solutions.softenedLoss),
      Row(
        PrototypeClassifierGrader.self, exercise: BeyondExercises.prototypeLabels,
        solution: Solutions.prototypeLabels),
      Row(InfoNCEGrader.self, exercise: BeyondExercises.pairLoss, solution: Solutions.pairLoss),
      Row(ZeroShotGrader.self, exercise: BeyondExercises.zeroShot, solution: Solutions.zeroShot),
      Row(LowRankUpdateGrader.self, exercise: BeyondExercises.adaptedOutput, solution: Solutions.adaptedOutput),
      Row(EpisodeReportGrader.self, exercise: BeyondExercises.episodeReport, solution: Solutions.episodeReport),
    ]
  }
}
