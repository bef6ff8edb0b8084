import Testing

@testable import Notebook

@Suite("Front matter") struct FrontMatterTests {
  @Test("title, summary, minutes and what a lesson builds on stand between two lines")
  func whole() {
    let text =
      "---\ntitle: Fine-tuning: how\nsummary: one\n  line\nminutes: 2\nbuilds-on: a-b, c\ncolour: red\n---\n# T\n"
    let (matter, lines) = FrontMatter.read(text)
    #expect(matter.title == "Fine-tuning: how" && matter.summary == "one line")
    #expect(matter.minutes == 2 && matter.buildsOn == ["a-b", "c"] && matter.unknown == ["colour"])
    #expect(lines.first == "# T" && lines.startIndex == 8)
  }

  @Test("a text without it, or whose end is missing, is all text", arguments: ["# T\n---\n", "---\ntitle: T\n", ""])
  func without(text: String) {
    let (matter, lines) = FrontMatter.read(text)
    #expect(matter.title == "" && matter.summary == "" && matter.minutes == nil && matter.buildsOn == [])
    #expect(lines.joined(separator: "\n") == text)
  }

  @Test("minutes are a whole number") func minutes() {
    #expect(FrontMatter.read("---\nminutes: soon\n---").matter.minutes == nil)
  }

  @Test("fields keep their order; a line that begins with a space goes on with the one before")
  func fields() {
    let fields = Fields(
      "b: 1\n\na: 2\n   more: so\nno colon\nc:".split(separator: "\n", omittingEmptySubsequences: false))
    #expect(fields.names == ["b", "a", "c"])
    #expect(fields.values == ["b": "1", "a": "2 more: so no colon", "c": ""])
  }
}
