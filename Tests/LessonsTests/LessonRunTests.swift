import Experiments
import Foundation
import Imaging
import Lessons
import Notebook
import Testing

@Suite struct LessonRunTests {
  /// Claims about time, which depends on what else the machine does.
  private static let claimsOfTime = ["feature-extraction": ["faster"]]
  /// What is true of the findings of some lessons beyond what is true of all.
  private static let particulars: [String: @Sendable (LessonResult) throws -> Void] = [
    "pretrained-networks": readersPictureIsReceived, "ideal-image": drawnPicturesAreSure,
    "adversarial-cat": attackedDogsAreWithinTheBound,
  ]

  @Test(
    "a lesson runs, its claims hold, and its texts and figures are whole in both languages",
    arguments: allLessons.map(\.id))
  func runs(id: String) throws {
    let lesson = try #require(allLessons.first { $0.id == id }).lesson
    let picture = lesson.takesPicture ? Image(width: 90, height: 70, channels: 1, filledWith: 0.25) : nil
    let trial = try LessonTrial(lesson, picture: picture, claimsOfTime: Self.claimsOfTime[id] ?? [])
    try withExtendedLifetime(trial) {
      #expect(!trial.result.claims.isEmpty && !trial.result.figures.isEmpty)
      try Self.particulars[id]?(trial.result)
    }
  }
}
