import ExerciseTesting
import Testing

@Suite struct FoundationsExercises {
  @Test func softmax() throws { try grade("softmax") }
  @Test func chainRule() throws { try grade("chain-rule") }
  @Test func convolve() throws { try grade("convolve") }
  @Test func gradientStep() throws { try grade("gradient-step") }
  @Test func mendALoop() throws { try grade("mend-a-loop") }
}
