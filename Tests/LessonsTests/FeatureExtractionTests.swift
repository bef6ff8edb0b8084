import Foundation
import Lessons
import Notebook
import Testing

@Suite struct FeatureExtractionTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let terminal = Terminal(
      isInteractive: false, acceptsInput: false, usesColour: false, width: { 100 }, write: { _ in },
      writeError: { _ in }, read: { nil })
    let result = try Lesson.featureExtraction.run(on: terminal, options: RunOptions(output: output, pauses: false))

    #expect(try Lesson.featureExtraction.problems(after: result) == [])
    #expect(result.claims.map(\.id) == ["same-logits", "frozen", "faster", "beats-scratch", "beats-hand-made"])
    // How fast it is depends on what else the machine does, so it is no matter of this test.
    #expect(result.failedClaims.map(\.id).filter { $0 != "faster" } == [])
    #expect(
      result.figures.map(\.id) == [
        "as-is", "embedding-pixels", "embedding-features", "cached", "pictures-per-class", "heads", "confusion",
        "wrong-pictures", "training-pictures",
      ])
  }
}
