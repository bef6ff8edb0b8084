import ExerciseTesting
import Testing

@Suite struct FeatureExtractionExercises {
  @Test func freeze() throws { try grade("freeze") }
  @Test func replaceHead() throws { try grade("replace-head") }
  @Test func nearestClassCentre() throws { try grade("nearest-class-centre") }
  @Test func cachedFeatures() throws { try grade("cached-features") }
  @Test func mendAHead() throws { try grade("mend-a-head") }
}
