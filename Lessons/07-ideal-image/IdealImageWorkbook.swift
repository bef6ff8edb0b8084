import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum IdealImageWorkbook {
  package static var rows: [Row] {
    [
      Row(TotalVariationGrader.self, exercise: Exercises.totalVariation, solution: Solutions.totalVariation),
      Row(IdealImageStepGrader.self, exercise: Exercises.idealImageStep, solution: Solutions.idealImageStep),
      Row(LogitLossGrader.self, exercise: Exercises.logitLoss, solution: Solutions.logitLoss),
      Row(RecipeAtAnotherSizeGrader.self, exercise: Exercises.variationTerm, solution: Solutions.variationTerm),
    ]
  }
}
