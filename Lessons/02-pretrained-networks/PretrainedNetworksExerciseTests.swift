import ExerciseTesting
import Testing

@Suite struct PretrainedNetworksExercises {
  @Test func convolutionOutputSize() throws { try grade("convolution-output-size") }
  @Test func parameterCount() throws { try grade("parameter-count") }
  @Test func featureMap() throws { try grade("feature-map") }
  @Test func topK() throws { try grade("top-k") }
}
