import Testing

@testable import Notebook

@Suite("Words that depend on what a claim came to") struct WhenTests {
  private static func text(_ language: Language) -> String {
    let words = """
      <!-- when: high holds
      Most are *sure*: {{draw.claim.high}}.

      A second paragraph.
      -->
      <!-- when: high undecided
      Nobody knows.
      -->
      <!-- when: high fails
      Few are.
      -->
      """
    let last = language == .en ? "That was all." : "Sekian."
    return ToyLesson.text(language).replacing(last, with: words + "\n\n" + last)
  }

  private func toy(_ values: [Float]) throws -> ToyLesson {
    try ToyLesson(english: Self.text(.en), indonesian: Self.text(.id)) { page in
      page.claim("high", values, .atLeast(0.9), as: .percent)
      page.claim("low", ofEach: [0.1], .atMost(0.5), as: .percent)
      try page.figure("grey", GreyChart())
    }
  }

  @Test(
    "a run prints and reports the words of the verdict and no others",
    arguments: [
      ([0.91, 0.93, 0.92, 0.90, 0.94], "Most are sure: 92.0\u{A0}± 1.6\u{A0}%.", "✓ All 2 claims hold"),
      ([0.5, 0.95, 0.99, 0.95, 0.9], "Nobody knows.", "– 1 of 2 claims hold, 1 not decided"),
      ([0.1, 0.2, 0.1, 0.2, 0.1], "Few are.", "✗ 1 of 2 claims hold, 1 fails"),
    ] as [([Float], String, String)])
  func chosen(values: [Float], words: String, summary: String) throws {
    let toy = try toy(values)
    defer { toy.remove() }
    let (result, printed) = try toy.run()
    let all = ["Most are sure", "Nobody knows.", "Few are."]
    #expect(printed.contains(words) && all.count { printed.contains($0) } == 1 && printed.contains(summary))
    #expect(printed.contains("A second paragraph.") == words.hasPrefix("Most"))
    let report = MarkdownReport().markdown(result.report)
    #expect(all.count { report.replacing("*", with: "").contains($0) } == 1 && !report.contains("\n\n\n"))
  }

  private static let wrong = [
    ("when: high fails", "when: high fail", "lesson.en.md:39: when wants a claim and holds, fails or undecided"),
    ("when: high fails", "when: hihg fails", "lesson.en.md:39: no claim named hihg before"),
    ("when: high fails", "when: hihg fails", "lesson.en.md: claim high has words for holds and none for fails"),
    ("when: high fails", "when: high holds", "lesson.en.md:39: when high holds has two places"),
    ("Few are.\n", "", "lesson.en.md:39: when high fails has no words"),
    ("Few are.", "Few are {{draw.clam.high}}.", "lesson.en.md:39: no value named draw.clam.high"),
  ]

  @Test("each mistake in them is found without a run", arguments: wrong.indices)
  func mistakes(row: Int) throws {
    let (from, to, expected) = Self.wrong[row]
    let text = Self.text(.en)
    #expect(text.contains(from))
    let toy = try ToyLesson(english: text.replacing(from, with: to), indonesian: Self.text(.id))
    defer { toy.remove() }
    let problems = try LessonCheck([toy.lesson]).problems()
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test("the interval of a claim has a name")
  func interval() throws {
    let text = ToyLesson.text(.en).replacing("That was all.", with: "From {{draw.claim.high.interval}}.")
    let toy = try ToyLesson(
      english: text, indonesian: ToyLesson.text(.id).replacing("Sekian.", with: "{{draw.claim.high.interval}}"))
    defer { toy.remove() }
    #expect(try toy.run().printed.contains("From 90.0–94.0\u{A0}%."))
    #expect(try !LessonCheck([toy.lesson]).problems().contains { $0.contains("interval") })
  }
}
