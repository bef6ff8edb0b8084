import ExerciseTesting
import Testing

@Suite struct AdversarialCatExercises {
  @Test func fgsm() throws { try grade("fgsm") }
  @Test func projectLinf() throws { try grade("project-linf") }
  @Test func projectL2() throws { try grade("project-l2") }
  @Test func attackSuccessRate() throws { try grade("attack-success-rate") }
  @Test func scoreOfAnAttack() throws { try grade("score-of-an-attack") }
}
