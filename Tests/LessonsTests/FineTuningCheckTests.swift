import Experiments
import Lessons
import Testing

@Suite struct FineTuningCheckTests {
  @Test("every name that the texts, the cells and the glossary use has its other half")
  func namesMatch() throws {
    #expect(try CourseLesson.fineTuning.problems() == [])
  }
}
