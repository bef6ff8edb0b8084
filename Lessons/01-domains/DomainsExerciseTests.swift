import ExerciseTesting
import Testing

@Suite struct DomainsExercises {
  @Test func transferCondition() throws { try grade("transfer-condition") }
  @Test func mmd() throws { try grade("mmd") }
  @Test func classPrior() throws { try grade("class-prior") }
}
