import Foundation
import Testing

@testable import Notebook

@Suite("Words of figures and claims") struct WordTests {
  private static let page = """
    # Words

    - `accuracy` **accuracy**: the share that is right.
    - `test-accuracy` **test accuracy**: of pictures kept apart: scored once.
    - `layers` **the last {count} of {all}**
    - `broken` no label
    - text
    """

  @Test("an entry has a name, a label, and a meaning or none")
  func glossary() {
    let glossary = Glossary(Self.page)
    #expect(glossary.entries.map(\.id) == ["accuracy", "test-accuracy", "layers"])
    #expect(glossary.entries.map(\.label) == ["accuracy", "test accuracy", "the last {count} of {all}"])
    #expect(
      glossary.entries.map(\.meaning) == [
        "the share that is right.", "of pictures kept apart: scored once.", "",
      ])
  }

  @Test(
    "a word finds the entry of that name or label, else those with it in name or label",
    arguments: [
      ("accuracy", ["accuracy"]), ("Test Accuracy", ["test-accuracy"]), ("ACC", ["accuracy", "test-accuracy"]),
      ("last", ["layers"]), ("none", []),
    ])
  func matching(word: String, ids: [String]) {
    #expect(Glossary(Self.page).entries(matching: word).map(\.id) == ids)
  }

  private func wording(own: [String: String] = [:]) -> Wording {
    let terms = "<!-- terms\n" + own.map { "\($0): \($1)" }.joined(separator: "\n") + "\n-->\n"
    let english =
      "<!-- figure: f\ntitle: T\nalt: A {{a.b}}\n-->\n<!-- claim: c\nSo it is.\n-->\n<!-- claim: d\nOnly here.\n-->"
    let indonesian = "<!-- figure: f\ntitle: J\nalt: B\ncaption: C\n-->\n<!-- claim: c\nBegitulah.\n-->"
    let texts: [Language: LessonText] = [
      .en: LessonText(terms + english, file: "en"), .id: LessonText(terms + indonesian, file: "id"),
    ]
    return Wording(
      texts: texts, terms: texts.mapValues(\.terms),
      glossaries: [.en: Glossary(Self.page), .id: Glossary("- `accuracy` **akurasi**\n- `hanya` **hanya**")])
  }

  @Test("figures and claims say what the text of the language says")
  func wording() {
    #expect(wording().figure("f", .en)?.alternative == "A {{a.b}}" && wording().figure("f", .en)?.caption == nil)
    #expect(wording().figure("f", .id)?.title == "J" && wording().figure("f", .id)?.caption == "C")
    #expect(wording().figure("c", .en) == nil)
    #expect(wording().claim("c") == Phrase(en: "So it is.", id: "Begitulah."))
    #expect(wording().claim("d") == nil && wording().claim("f") == nil)
  }

  @Test("a lesson's own term goes before the glossary's; one in a single language, or in none, shows its name")
  func terms() {
    let words = wording(own: ["accuracy": "own"])
    #expect(words.terms(.en)("accuracy") == "own" && wording().terms(.en)("accuracy") == "accuracy")
    #expect(wording().terms(.id)("accuracy") == "akurasi")
    #expect(wording().terms(.id)("test-accuracy") == "test-accuracy")
    #expect(wording().terms(.en)("nowhere") == "nowhere")
    #expect(wording().terms(.en).names == ["accuracy", "test-accuracy", "layers", "hanya"])
  }

  @Test("the places of a term are filled in both languages")
  func places() {
    let term = Terms(["layers": Phrase(en: "{count} of {all}", id: "{all}: {count}")], language: .id)
    #expect(term("layers", ["count": "2", "all": "8"]) == "8: 2")
    #expect(term.phrase("layers", ["count": "2", "all": "8"]).en == "2 of 8")
    #expect(term("layers") == "{all}: {count}")
  }

  @Test("a glossary is read from its folder, and a missing one is one line")
  func files() throws {
    let toy = try ToyLesson(glossary: "- `a` **b**") { [] }
    defer { toy.remove() }
    #expect(try Glossary(in: toy.course, .id).entries.map(\.label) == ["b"])
    let error = #expect(throws: NotebookError.self) { try Glossary(in: toy.folder, .en) }
    #expect(error?.description.contains("glossary.en.md: there is no such file") == true)
  }

  @Test("a table of Markdown is a measured word in both languages")
  func table() {
    let table = MarkdownTable(
      header: [Phrase(en: "a", id: "b"), Phrase("c")], rows: [[Phrase("d"), Phrase(1_000)], [Phrase("e"), Phrase(2)]])
    #expect(table.phrase.en == "| a | c |\n| --- | ---: |\n| d | 1,000 |\n| e | 2 |")
    #expect(table.phrase.id.hasPrefix("| b | c |") && table.phrase.id.contains("1.000"))
  }
}
