import ExerciseTesting
import Testing

@Suite struct BeyondExercises {
  @Test func distillationLoss() throws { try grade("distillation-loss") }
  @Test func prototypeClassifier() throws { try grade("prototype-classifier") }
  @Test func infoNCE() throws { try grade("info-nce") }
  @Test func zeroShot() throws { try grade("zero-shot") }
  @Test func lowRankUpdate() throws { try grade("low-rank-update") }
  @Test func episodeReport() throws { try grade("episode-report") }
}
