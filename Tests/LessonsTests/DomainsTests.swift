import Lessons
import Notebook
import Testing

@Suite struct DomainsTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    let result = try LessonTrial(.domains).result

    #expect(
      result.claims.map(\.id) == ["narrow", "checker", "control", "order", "farther", "interval"])
    #expect(
      result.figures.map(\.id) == [
        "narrow", "drinks", "brightness", "styles", "pairs", "plane-shallow", "plane-deep", "mmd", "coral", "probe",
        "accuracies", "farther",
      ])
  }
}
