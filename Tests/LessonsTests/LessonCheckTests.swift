import Experiments
import Lessons
import Testing

@Suite struct LessonCheckTests {
  @Test("texts, cells, exercises and names of a lesson fit each other", arguments: allLessons.map(\.id))
  func isSound(id: String) throws {
    #expect(try #require(allLessons.first { $0.id == id }).problems() == [])
  }
}
