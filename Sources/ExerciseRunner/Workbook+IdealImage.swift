import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var idealImage: [Row] {
    [
      Row(TotalVariationGrader.self, exercise: Exercises.totalVariation, solution: Solutions.totalVariation),
      Row(IdealImageStepGrader.self, exercise: Exercises.idealImageStep, solution: Solutions.idealImageStep),
      Row(LogitLossGrader.self, exercise: Exercises.logitLoss, solution: Solutions.logitLoss),
      Row(RecipeAtAnotherSizeGrader.self, exercise: Exercises.variationTerm, solution: Solutions.variationTerm),
    ]
  }
}
