import ExerciseTesting
import Testing

@Suite struct TrainingTricksExercises {
  @Test func heInitialisation() throws { try grade("he-initialisation") }
  @Test func dropout() throws { try grade("dropout") }
  @Test func cosineSchedule() throws { try grade("cosine-schedule") }
  @Test func clippedStep() throws { try grade("clipped-step") }
}
