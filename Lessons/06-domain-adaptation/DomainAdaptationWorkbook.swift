import DomainAdaptationExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum DomainAdaptationWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(CORALGrader.self, exercise: DomainAdaptationExercises.coralLoss, solution: Solutions.coralLoss),
      Row(
        GradientReversalGrader.self, exercise: DomainAdaptationExercises.adversarialStep,
        solution: Solutions.adversarialStep),
      Row(PseudoLabelsGrader.self, exercise: DomainAdaptationExercises.pseudoLabels, solution: Solutions.pseudoLabels),
      Row(
        HonestEpochGrader.self, exercise: DomainAdaptationExercises.reportedAccuracy,
        solution: Solutions.reportedAccuracy),
    ]
  }
}
