import Lessons
import Notebook
import Testing

@Suite struct FeatureExtractionTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    // How fast it is depends on what else the machine does, so it is no matter of this test.
    let result = try LessonTrial(.featureExtraction, claimsOfTime: ["faster"]).result

    #expect(
      result.claims.map(\.id)
        == ["neighbours", "same-logits", "frozen", "faster", "beats-scratch", "beats-hand-made"])
    #expect(
      result.figures.map(\.id) == [
        "as-is", "embedding-pixels", "embedding-features", "cached", "pictures-per-class", "heads", "confusion",
        "wrong-pictures", "training-pictures",
      ])
  }
}
