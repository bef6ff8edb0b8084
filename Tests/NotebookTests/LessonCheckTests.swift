import Testing

@testable import Notebook

@Suite("Check of a lesson's texts")
struct LessonCheckTests {
  @Test("a sound lesson has no problems")
  func sound() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(try toy.lesson.problems(after: toy.run().result) == [])
  }

  static let cases: [(from: String, to: String, expected: String)] = [
    ("cell: draw", "cell: drow", "differ in their places: cell: draw against cell: drow"),
    ("<!-- claims -->", "", "lesson.id.md: claim low has no place"),
    ("<!-- figure: grey -->", "", "lesson.id.md: figure grey has no place"),
    ("<!-- figure: grey -->", "<!-- figure: gray -->", "lesson.id.md:14: no figure named gray"),
    ("<!-- claims -->", "<!-- claim: high -->", "lesson.id.md: claim low has no place"),
    ("{{measure.pictures}}", "{{measure.picture}}", "lesson.id.md:9: no value named measure.picture"),
    ("{{measure.pictures}}", "{{measure.pictures|round}}", "lesson.id.md:9: no format is named round"),
    ("Sebelum", "{{measure.accuracy}}", "lesson.id.md:3: no value named measure.accuracy"),
    ("Sekian.", "<!-- exercise: x -->", "one has more than the other"),
  ]

  @Test("a mistake in the language that wasn't run is found", arguments: cases.indices)
  func mistakes(row: Int) throws {
    let (from, to, expected) = Self.cases[row]
    let toy = try ToyLesson(indonesian: ToyLesson.text(.id).replacing(from, with: to))
    defer { toy.remove() }
    let problems = try toy.lesson.problems(after: toy.run(.en).result)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }
}
