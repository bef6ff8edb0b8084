import Experiments
import Lessons
import Testing

@Suite struct AdversarialCatCheckTests {
  @Test("every name of the lesson's texts is made by a cell, and every name of its cells is shown")
  func namesMatch() throws {
    #expect(try CourseLesson.adversarialCat.problems() == [])
  }
}
