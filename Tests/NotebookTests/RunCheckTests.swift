import Testing

@testable import Notebook

@Suite("Check of a lesson's texts against a run")
struct RunCheckTests {
  @Test("a sound lesson has no problems")
  func sound() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(try toy.lesson.problems(after: toy.run().result) == [])
  }

  static let cases: [(from: String, to: String, expected: String)] = [
    ("<!-- claim: low", "<!-- claim: lower", "lesson.id.md: claim low has no place"),
    ("<!-- figure: grey", "<!-- figure: gray", "lesson.id.md: figure grey has no place"),
    ("{{measure.pictures}}", "{{measure.picture}}", "lesson.id.md:14: no value named measure.picture"),
  ]

  @Test("a mistake in the language that wasn't run is found", arguments: cases.indices)
  func mistakes(row: Int) throws {
    let (from, to, expected) = Self.cases[row]
    // What a claim states is needed in both languages; the place is what is checked here.
    let indonesian = ToyLesson.text(.id).replacing(from, with: to) + (from.contains("low") ? "\n" : "")
    let toy = try ToyLesson(indonesian: indonesian)
    let sound = try ToyLesson()
    defer {
      toy.remove()
      sound.remove()
    }
    let problems = try toy.lesson.problems(after: sound.run(.en).result)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }
}
