import Foundation
import Testing

@testable import Notebook

/// A lesson with keys, terms, exercises, questions, and helpers that draw.
@Suite("Check of a lesson without a run") struct LessonCheckTests {
  private enum Way: String, StudyKey, CaseIterable { case fast, verySlow = "very-slow" }

  private static let source = #"""
    // cell: study
    func study(_ page: Page) throws -> Study<Way, Float> {
      let study = page.study(Way.allCases) { way, seed in Float(seed) }
      page.report("end", of: study, as: .percent)
      for way in Way.allCases { page.measure(way.name, 1) }
      page.measure("all", 2)
      return study
    }

    // cell: draw
    func draw(_ page: Page, _ study: Study<Way, Float>) throws {
      page.claim("better", study.gain(of: .fast, over: .verySlow), .atLeast(0))
      try page.figure("bars", study.bars(.percent(page.term("share"))))
      try helper(page)
    }

    func helper(_ page: Page) throws {
      try page.figure("helped", chart(page.term("own-word")))
    }
    """#

  private static let glossary = "- `share` **share**\n- `fast` **fast**\n- `very-slow` **slow**"

  private static let text = """
    ---
    title: T
    summary: s
    minutes: 1
    builds-on: a
    ---
    # T

    <!-- terms
    own-word: own
    -->
    <!-- cell: study -->

    {{study.fast.end}} and {{study.very-slow.end|percent:0}}, {{study.fast}}, {{study.all}}, {{study.library}}, {{seeds}}.

    <!-- cell: draw -->
    <!-- figure: bars
    title: Bars
    alt: {{study.all}} bars
    caption: {{draw.claim.better}}
    -->
    <!-- claim: better
    It is better.
    -->
    <!-- figure: helped
    title: Helped
    alt: Help
    -->
    <!-- exercise: one -->
    """

  private static let exercises =
    "<!-- exercise: one -->\n## One\n"
    + (1...3).map { "<!-- hint\n\($0)\n-->\n" }.joined()

  private func toy(
    english: String = text, indonesian: String = text, source: String = source, glossary: String = glossary
  ) throws -> ToyLesson {
    let toy = try ToyLesson(english: english, indonesian: indonesian, source: source, glossary: glossary) {
      let study = ResultCell("study", keys: Way.allCases, measured: ["library"]) { _ in 1 }
      return [study, Cell("draw", needing: study) { _, _ in }]
    }
    for language in Language.allCases {
      try Data(Self.exercises.utf8).write(to: toy.lesson.exercisesFile(language))
    }
    return toy
  }

  private func problems(
    english: String = text, indonesian: String = text, source: String = source, glossary: String = glossary
  ) throws -> [String] {
    let toy = try toy(english: english, indonesian: indonesian, source: source, glossary: glossary)
    defer { toy.remove() }
    return try LessonCheck([toy.lesson]).problems()
  }

  @Test("a sound lesson has no problems") func sound() throws {
    #expect(try problems() == [])
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(try LessonCheck([toy.lesson]).problems() == [])
  }

  /// What is replaced in both languages, and the one problem that must be said of the English text, or of all.
  static let wrong: [(from: String, to: String, expected: String)] = [
    (
      "{{study.all}},", "{{study.al}},",
      "lesson.en.md:14: no value named study.al has been measured by here; the nearest name is study.all"
    ),
    ("{{study.fast.end}}", "{{study.fat.end}}", "lesson.en.md:14: no value named study.fat.end"),
    ("{{study.fast}}", "{{study.slow}}", "lesson.en.md:14: no value named study.slow"),
    ("# T\n", "# T\n\n{{study.all}}\n", "lesson.en.md:9: no value named study.all has been measured by here"),
    ("{{draw.claim.better}}", "{{draw.claim.worse}}", "lesson.en.md:17: no value named draw.claim.worse"),
    ("alt: {{study.all}} bars", "alt: {{stud.all}} bars", "lesson.en.md:17: no value named stud.all"),
    ("{{study.library}}", "{{study.archive}}", "lesson.en.md:14: no value named study.archive"),
    ("percent:0", "percents", "lesson.en.md:14: no format is named percents"),
    ("title: T\n", "", "lesson.en.md: its front matter needs title, summary and minutes"),
    ("minutes: 1", "minutes: soon", "lesson.en.md: its front matter needs title, summary and minutes"),
    ("minutes: 1", "minutes: 1\ncolour: red", "lesson.en.md: its front matter has colour, which means nothing"),
    ("# T\n", "# Other\n", "lesson.en.md: its heading is not # T"),
    ("alt: Help", "", "lesson.en.md:25: figure helped has no alt"),
    ("title: Helped", "titel: Helped", "lesson.en.md:25: figure helped has titel, which means nothing"),
    ("title: Helped", "titel: Helped", "lesson.en.md:25: figure helped has no title"),
    ("It is better.", "", "lesson.en.md:22: claim better has no statement"),
    ("It is better.", "It is {{study.all}}.", "lesson.en.md:22: claim better shows a value, which no claim can"),
    ("figure: helped", "figure: helpt", "lesson.en.md:25: no figure named helpt"),
    ("figure: helped", "figure: helpt", "figure helped has no place in any text"),
    ("claim: better\n", "claim: bitter\n", "lesson.en.md:22: no claim named bitter"),
    ("claim: better\n", "claim: bitter\n", "claim better has no place in any text"),
    ("<!-- cell: draw -->", "", "cell draw has no place in any text"),
    ("<!-- cell: draw -->", "", "lesson.en.md:17: no figure named bars has been made by here"),
    ("<!-- cell: draw -->", "<!-- cell: drow -->", "lesson.en.md:16: no cell named drow"),
    ("<!-- cell: draw -->", "<!-- cell: draw -->\n<!-- cell: draw -->", "lesson.en.md:17: cell draw has two places"),
    ("figure: helped", "figure: bars", "lesson.en.md:25: figure bars has two places"),
    ("own-word: own", "own-wort: own", "term own-word is neither in a text nor in the glossary"),
    ("own-word: own", "own-word: own\nmore: so", "lesson.en.md: term more is used by no cell"),
    ("exercise: one", "exercise: two", "exercise two has a place, and no text in exercises.en.md"),
    ("exercise: one", "exercise: two", "exercise one has no place in any text"),
  ]

  @Test("each kind of mistake is found, in the words for it", arguments: wrong.indices)
  func mistakes(row: Int) throws {
    let (from, to, expected) = Self.wrong[row]
    let text = Self.text.replacing(from, with: to)
    #expect(text != Self.text)
    let problems = try problems(english: text, indonesian: text)
    #expect(problems.contains { $0.hasPrefix("03-toy: \(expected)") }, "\(problems)")
  }

  /// What is replaced in Indonesian only.
  static let different: [(from: String, to: String, expected: String)] = [
    (
      "<!-- claim: better\nIt is better.\n-->", "",
      "lesson.en.md and lesson.id.md differ in their places: claim: better against figure: helped"
    ),
    ("<!-- exercise: one -->", "", "lesson.en.md and lesson.id.md differ in their places: one has more than the other"),
    (", {{seeds}}", "", "lesson.id.md: {{seeds}} is not there, but in lesson.en.md"),
    (", {{seeds}}", ", {{study.very-slow}}", "lesson.en.md: {{study.very-slow}} is not there, but in lesson.id.md"),
    ("own-word: own", "", "lesson.id.md: term own-word is not there, but in lesson.en.md"),
    ("builds-on: a", "builds-on: b", "lesson.en.md and lesson.id.md differ in their front matter"),
    ("minutes: 1", "minutes: 2", "lesson.en.md and lesson.id.md differ in their front matter"),
  ]

  @Test("what one language has and the other has not is found", arguments: different.indices)
  func differences(row: Int) throws {
    let (from, to, expected) = Self.different[row]
    let problems = try problems(indonesian: Self.text.replacing(from, with: to))
    #expect(problems.contains { $0.hasPrefix("03-toy: \(expected)") }, "\(problems)")
  }

  /// What is replaced in the source.
  static let sources: [(from: String, to: String, expected: String)] = [
    (
      "page.term(\"share\")", "page.term(\"sharing\")",
      "lesson.en.md: term sharing of cell draw is neither there nor in the glossary"
    ),
    ("page.measure(\"all\", 2)", "page.measure(\"al\", 2)", "value study.al is shown by no text"),
    ("page.figure(\"helped\"", "page.figure(\"held\"", "figure held has no place in any text"),
    ("// cell: draw", "// cell: drown", "Toy.swift: cell draw: there is no line // cell: draw"),
    ("// cell: draw", "// cell: drown", "cell drown has no place in any text"),
  ]

  @Test("what the source names and no text has is found", arguments: sources.indices)
  func sourceMistakes(row: Int) throws {
    let (from, to, expected) = Self.sources[row]
    let problems = try problems(source: Self.source.replacing(from, with: to))
    #expect(problems.contains { $0.hasPrefix("03-toy: \(expected)") }, "\(problems)")
  }

  @Test("what only the text on own material shows is shown, and its own terms are known where they are used")
  func versions() throws {
    let text = Self.text.replacing(", {{study.all}}", with: "").replacing("{{study.all}} bars", with: "Bars")
    let toy = try toy(english: text, indonesian: text)
    defer { toy.remove() }
    for language in Language.allCases {
      try Data(Self.text.utf8).write(to: toy.folder.appending(path: "own.\(language.rawValue).md"))
    }
    let own = Lesson(onOwnMaterialFor: toy.lesson, makeCells: toy.lesson.makeCells)
    #expect(try LessonCheck([toy.lesson, own]).problems() == [])
    try Data("{}".utf8).write(to: toy.lesson.quizFile)
    #expect(
      try LessonCheck([toy.lesson, own]).problems().map { $0.hasPrefix("03-toy: 03-toy/quiz.json: before") } == [true])
  }

  @Test(
    "the pages of the glossary are checked against each other",
    arguments: [
      ("- `a` **A**\n- `b` **{x}**: m", [String]()),
      ("- `a` **A**", ["glossary.id.md: b is not there, but in the other language"]),
      ("- `a` **A**\n- `b` **{x}**\n- `c` **C**", ["glossary.en.md: c is not there, but in the other language"]),
      ("- `a` **A**\n- `b` **{x}**\n- `b` **{x}**", ["glossary.id.md: b is there twice"]),
      ("- `b` **{x}**\n- `a` **A**", ["glossary.id.md: b stands where glossary.en.md has a"]),
      ("- `a` **A**\n- `b` **B**", ["glossary.id.md: b has not the places of the English label"]),
      ("- `a` **A**\n- `b` **{x}**\n- `c` C", ["glossary.id.md: - `c` C is no entry: - `name` **label**: meaning"]),
    ])
  func glossary(indonesian: String, expected: [String]) throws {
    let toy = try ToyLesson(glossary: "- `a` **A**\n- `b` **{x}**: meaning") { [] }
    defer { toy.remove() }
    try Data(indonesian.utf8).write(to: toy.course.appending(path: "glossary.id.md"))
    #expect(try Glossary.problems(in: toy.course) == expected)
  }
}
