import Experiments
import PretrainedNetworksLesson
import Testing

@Suite struct PretrainedNetworksCheckTests {
  @Test("the lesson's texts, cells and terms name the same things")
  func check() throws {
    #expect(try CourseLesson.pretrainedNetworks.problems() == [])
  }
}
