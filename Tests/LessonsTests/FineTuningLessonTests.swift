import Lessons
import Notebook
import Testing

@Suite struct FineTuningLessonTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    let result = try LessonTrial(.fineTuning).result

    #expect(
      result.claims.map(\.id) == ["head-first", "beats-scratch", "decay", "all-layers-win", "digits-gain-less"])
    #expect(
      result.figures.map(\.id) == [
        "curves", "depth-accuracy", "depth-gap", "rates", "regularizers", "distance", "batch-norm", "far", "digits",
      ])
  }
}
