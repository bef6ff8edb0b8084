import Testing

@testable import Notebook

@Suite("Lesson text")
struct LessonTextTests {
  private typealias Place = LessonText.Place

  @Test("places are comments on lines of their own; those in code, in a sentence or of another kind are text")
  func places() {
    let text = LessonText(
      """
      # Title
      <!-- cell: one -->
      text <!-- cell: no --> text
      <!-- cell: no --> text
      ```
      <!-- cell: no -->
      ## no section
      ```
      <!--figure:two-->
      <!-- note: a remark -->
      <!-- claims -->
      <!-- claim: two words -->
      <!-- claim: three
      The words
        of it. -->
      <!-- exercise: four -->
      """, file: "lesson.en.md")
    #expect(
      text.places == [
        Place(kind: .cell, id: "one"), Place(kind: .figure, id: "two"), Place(kind: .claim, id: "three"),
        Place(kind: .exercise, id: "four"),
      ])
    #expect(text.block(.claim, "three")?.text == "The words of it.")
    #expect(text.block(.figure, "three") == nil)
    let prose = text.pieces.filter { $0.place == nil }.map(\.words).joined()
    for part in ["text <!-- cell: no --> text", "## no section", "<!-- note: a remark -->", "<!-- claims -->"] {
      #expect(prose.contains(part), "\(part)")
    }
  }

  @Test("pieces know their lines, and sections open pieces")
  func lines() {
    let text = LessonText("# A\n\nb\n\n## C\nd\n\n<!-- cell: e -->\n\n\nf", file: "x")
    #expect(text.pieces.map(\.line) == [1, 5, 8, 11])
    #expect(text.pieces.map(\.opensSection) == [false, true, false, false])
  }

  @Test("lines count from the file's first, with front matter and comments of many lines before them")
  func linesAfterComments() {
    let text = LessonText(
      "---\ntitle: A\n---\n# A\n\n<!-- figure: f\ntitle: t\nalt: a\n-->\nb {{x.y}}\n<!-- terms\na: b\n-->\n\nc",
      file: "x")
    #expect(text.pieces.map(\.line) == [4, 6, 10, 15])
    #expect(text.location(line: 10) == "x:10" && text.matter.title == "A")
  }

  @Test("the fields of a figure may go on over several lines, and its words may have places for values")
  func figure() throws {
    let text = LessonText(
      "<!-- figure: f\ntitle: A title: two\nalt: one\n  {{a.b}} two\n\ncaption:\n  below\n-->", file: "x")
    let words = FigureWords(try #require(text.block(.figure, "f")))
    #expect(words.title == "A title: two" && words.alternative == "one {{a.b}} two" && words.caption == "below")
    #expect(text.valueNames == ["a.b"])
  }

  @Test("terms of all blocks are collected, and are no prose")
  func terms() {
    let text = LessonText(
      "a\n<!-- terms\nhead-first: the head\n  first\n-->\nb\n<!-- terms\nfar: {count} far\n-->", file: "x")
    #expect(text.terms == ["head-first": "the head first", "far": "{count} far"])
    #expect(text.pieces.map(\.words) == ["a", "b"])
  }

  @Test("a comment that never ends is prose")
  func open() {
    let text = LessonText("a\n<!-- cell: x\nb", file: "x")
    #expect(text.places.isEmpty && text.pieces.map(\.words) == ["a\n<!-- cell: x\nb"])
  }
}
