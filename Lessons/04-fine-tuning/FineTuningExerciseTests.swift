import ExerciseTesting
import Testing

@Suite struct FineTuningExercises {
  @Test func trainableParameters() throws { try grade("trainable-parameters") }
  @Test func discriminativeRates() throws { try grade("discriminative-rates") }
  @Test func l2SP() throws { try grade("l2-sp") }
  @Test func earlyStopping() throws { try grade("early-stopping") }
  @Test func trainingReport() throws { try grade("training-report") }
}
