import ExerciseTesting
import Testing

@Suite struct ChoosingExercises {
  @Test func leep() throws { try grade("leep") }
  @Test func negativeTransfer() throws { try grade("negative-transfer") }
  @Test func honestSource() throws { try grade("honest-source") }
}
