import ExerciseTesting
import Testing

@Suite struct DomainAdaptationExercises {
  @Test func coral() throws { try grade("coral") }
  @Test func gradientReversal() throws { try grade("gradient-reversal") }
  @Test func pseudoLabels() throws { try grade("pseudo-labels") }
  @Test func honestEpoch() throws { try grade("honest-epoch") }
}
