import Testing

@testable import Notebook

@Suite("Lesson text")
struct LessonTextTests {
  private typealias Place = LessonText.Place

  @Test("places are lines with one comment; those in code or in a sentence are text")
  func places() {
    let text = LessonText(
      """
      # Title
      <!-- cell: one -->
      text <!-- cell: no --> text
      ```
      <!-- cell: no -->
      ## no section
      ```
      <!--figure:two-->
      <!-- note: a remark -->
      <!-- claims -->
      <!-- claim: three -->
      <!-- exercise: four -->
      """, file: "lesson.en.md")
    #expect(
      text.places == [
        Place(kind: .cell, id: "one"), Place(kind: .figure, id: "two"), Place(kind: .claims, id: ""),
        Place(kind: .claim, id: "three"), Place(kind: .exercise, id: "four"),
      ])
  }

  @Test("pieces know their lines, and sections open pieces")
  func lines() {
    let text = LessonText("# A\n\nb\n\n## C\nd\n\n<!-- cell: e -->\n\n\nf", file: "x")
    #expect(text.pieces.map(\.line) == [1, 5, 8, 11])
    #expect(text.pieces.map(\.opensSection) == [false, true, false, false])
  }
}
