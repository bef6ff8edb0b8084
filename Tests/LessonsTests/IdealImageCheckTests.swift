import Experiments
import IdealImageLesson
import Testing

@Suite struct IdealImageCheckTests {
  @Test("every name of the lesson on ideal images is in its texts, its cells and both languages")
  func namesAgree() throws {
    #expect(try CourseLesson.idealImage.problems() == [])
  }
}
