import Foundation
import Imaging
import Lessons
import Notebook
import Testing

@Suite struct DomainsTests {
  @Test("the lesson runs, its claims hold, and its texts and figures are whole in both languages")
  func lessonRuns() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let terminal = Terminal(
      isInteractive: false, acceptsInput: false, usesColour: false, width: { 100 }, write: { _ in },
      writeError: { _ in }, read: { nil })
    let result = try Lesson.domains.run(on: terminal, options: RunOptions(output: output, pauses: false))

    #expect(try Lesson.domains.problems(after: result) == [])
    #expect(
      result.claims.map(\.id) == ["narrow", "checker", "control", "order", "farther", "interval"])
    #expect(result.failedClaims.map(\.id) == [])
    #expect(
      result.figures.map(\.id) == [
        "narrow", "drinks", "brightness", "styles", "pairs", "plane-shallow", "plane-deep", "mmd", "coral", "probe",
        "accuracies", "farther",
      ])
    for figure in result.figures {
      let texts = Dictionary(uniqueKeysWithValues: try Image.text(of: figure.file).map { ($0.key, $0.value) })
      #expect(texts["Title"] == figure.title && texts["Description"] == figure.alternative, "\(figure.id)")
      #expect(texts["Lesson"] == "domains" && texts["Seed"] == "1", "\(figure.id)")
    }
  }
}
