import Foundation
import Testing

@testable import Notebook

@Suite("Words of Indonesian texts")
struct WordRulesTests {
  private static let glossary = """
    - `loss` **kerugian**: bilangan.

    <!-- words
    probabilitas: peluang
    antarbenih: antar-
    dkk.: et al
    nonlinear: taklinear, tak linear
    -->

    <!-- italics
    epoch, batch norm
    -->
    """

  private static let table: [(text: String, problems: [String])] = [
    ("Peluangnya besar,\nnilainya 3.", ["1: peluang is written probabilitas"]),
    ("berpeluang, peluangan", []),
    ("Sebaran antar-benih", ["1: antar- is written antarbenih"]),
    ("Wang et al.\nfungsi tak\nlinear", ["1: et al is written dkk.", "2: tak linear is written nonlinear"]),
    ("`peluang` {{peluang.x}} \"peluang\" [a](peluang.md) https://peluang.id (*peluang*)", []),
    ("```\npeluang %\n```\npeluang", ["4: peluang is written probabilitas"]),
    ("<!-- figure: peluang\ntitle: Peluang\n-->", ["2: peluang is written probabilitas"]),
    ("<!-- terms\npeluang: peluang\n-->", ["2: peluang is written probabilitas"]),
    ("\"tanpa akhir\n\npeluang", ["3: peluang is written probabilitas"]),
    ("satu *epoch*, **epoch** dan\nepochnya", ["2: epoch stands without italics"]),
    ("*batch norm* dan batch norm", ["1: batch norm stands without italics"]),
    (
      "# Satu epoch\n<!-- claim: a\nsatu epoch\n-->\n<!-- hint\nsatu epoch\n-->\n<!-- when: a holds\nepoch",
      ["6: epoch stands without italics", "9: epoch stands without italics"]
    ),
    ("---\ntitle: satu epoch\n---\nepoch", ["4: epoch stands without italics"]),
    ("1%, {{a.b}} %, 83,5\u{A0}%", ["1: % stands behind a space", "1: % stands behind a space"]),
    ("100 persen", []),
  ]

  @Test(
    "a text is held to the glossary's words, and code, values, addresses and quotes are not", arguments: table.indices)
  func texts(row: Int) {
    let (text, problems) = Self.table[row]
    let found = WordRules(Self.glossary).problems(in: [IndonesianText(text, file: "a")])
    #expect(found == problems.map { "a:\($0)" })
  }

  @Test("of a quiz the Indonesian strings are read, line by line")
  func quiz() {
    let quiz = """
      "question": {
        "en": "peluang 1 %",
        "id": "peluang \\"peluang\\" 1 %"
      """
    let found = WordRules(Self.glossary).problems(in: [IndonesianText(quiz: quiz, file: "quiz.json")])
    #expect(found == ["quiz.json:3: peluang is written probabilitas", "quiz.json:3: % stands behind a space"])
  }

  @Test("all Indonesian texts of a folder are read, the glossary among them")
  func folder() throws {
    let toy = try ToyLesson(glossary: "- `a` **A**") { [] }
    defer { toy.remove() }
    try Data((Self.glossary + "\npeluang").utf8).write(to: toy.course.appending(path: "glossary.id.md"))
    try Data("peluang".utf8).write(to: toy.lesson.folder.appending(path: "own.id.md"))
    #expect(
      try Glossary.wordProblems(in: toy.course) == [
        "03-toy/own.id.md:1: peluang is written probabilitas", "glossary.id.md:13: peluang is written probabilitas",
      ])
  }
}
