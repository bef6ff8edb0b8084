import Lessons
import Testing

@Suite struct DomainsCheckTests {
  @Test("texts, cells and names of the lesson fit each other")
  func lessonIsSound() throws {
    let lesson = try #require(allLessons.first { $0.id == "domains" })
    #expect(try lesson.problems() == [])
  }
}
