import Experiments
import Lessons
import Testing

@Suite struct DomainsCheckTests {
  @Test("texts, cells and names of the lesson fit each other")
  func lessonIsSound() throws {
    #expect(try CourseLesson.domains.problems() == [])
  }
}
