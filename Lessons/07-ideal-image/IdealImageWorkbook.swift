import Graders
import Grading
import IdealImageExercises
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum IdealImageWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(TotalVariationGrader.self, exercise: IdealImageExercises.totalVariation, solution: Solutions.totalVariation),
      Row(IdealImageStepGrader.self, exercise: IdealImageExercises.idealImageStep, solution: Solutions.idealImageStep),
      Row(LogitLossGrader.self, exercise: IdealImageExercises.logitLoss, solution: Solutions.logitLoss),
      Row(
        RecipeAtAnotherSizeGrader.self, exercise: IdealImageExercises.variationTerm, solution: Solutions.variationTerm),
    ]
  }
}
