import Foundation
import Imaging
import Lessons
import Notebook
import Testing

@Suite struct AdversarialCatTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    let trial = try LessonTrial(.adversarialCat)
    defer { withExtendedLifetime(trial) {} }
    let result = trial.result

    #expect(
      result.claims.map(\.id) == ["bound", "eight", "random", "many-beat-one", "one-beats-chance", "twin"])
    #expect(
      result.figures.map(\.id) == [
        "dogs", "gradient", "one-step", "why", "steps", "epsilon", "saved", "smallest", "one-picture", "transfer",
        "shared-base", "defences", "twin", "large", "no-bound", "stretched",
      ])
    // Every attacked dog is there in its own pixels, no value more than eight levels from the dog it was.
    let pictures = result.folder.appending(path: "pictures")
    let files = try FileManager.default.contentsOfDirectory(atPath: pictures.path)
    #expect(files.count { $0.hasPrefix("attacked-") } == 100)
    let pair = try ["before-1.png", "attacked-1.png"].map { try Image(contentsOf: pictures.appending(path: $0)).pixels }
    let largest = zip(pair[0], pair[1]).map { abs($0 - $1) * 255 }.max() ?? 0
    #expect(abs(largest - 8) < 0.01)
  }
}
