import ExerciseTesting
import Testing

@Suite struct IdealImageExercises {
  @Test func totalVariation() throws { try grade("total-variation") }
  @Test func idealImageStep() throws { try grade("ideal-image-step") }
  @Test func logitLoss() throws { try grade("logit-loss") }
  @Test func recipeAtAnotherSize() throws { try grade("recipe-at-another-size") }
}
