import Foundation
import Synchronization
import Testing

@testable import Notebook

@Suite struct QuizTests {
  private static func option(_ text: String, right: Bool = false) -> String {
    #"{"en": "\#(text)", "id": "\#(text)-id", "right": \#(right), "explanation": {"en": "why \#(text)", "id": "mengapa \#(text)"}}"#
  }

  private static func question(_ id: String, options: [String]? = nil) -> String {
    let options = options ?? [option("first"), option("second", right: true), option("third")]
    return #"{"id": "\#(id)", "question": {"en": "What of \#(id)?", "id": "Apa \#(id)?"}, "options": ["#
      + options.joined(separator: ",") + "]}"
  }

  private static func quiz(_ before: [String], _ after: [String] = []) throws -> Quiz {
    let json = #"{"before": [\#(before.joined(separator: ","))], "after": [\#(after.joined(separator: ","))]}"#
    return try Quiz(Data(json.utf8), file: "quiz.json")
  }

  /// A terminal that is given these lines, and what was printed on it.
  private func asked(_ lines: [String], _ language: Language = .en) throws -> (CourseProgress.Points?, String) {
    let state = Mutex((lines: lines, text: ""))
    let terminal = Terminal(
      write: { text in state.withLock { $0.text += text } },
      read: { state.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() } })
    let questions = try Self.quiz([Self.question("one"), Self.question("two")]).before
    return (QuizSession(questions, on: terminal, language: language)(), state.withLock(\.text))
  }

  @Test("a question has its texts, its options and the right one")
  func reading() throws {
    let quiz = try Self.quiz([Self.question("one")], [Self.question("two"), Self.question("three")])
    #expect(quiz.before.map(\.id) == ["one"] && quiz[.after].map(\.id) == ["two", "three"])
    #expect(quiz.before[0].right == 1 && quiz.before[0].text.id == "Apa one?")
    #expect(quiz.before[0].options[2].explanation == Phrase(en: "why third", id: "mengapa third"))
  }

  @Test(
    "letters and numbers answer, and other lines are asked again", arguments: [["b", "B"], ["2", "x", "", "7", "2"]])
  func answers(lines: [String]) throws {
    let (score, text) = try asked(lines)
    #expect(score == .init(2, of: 2))
    #expect(text.contains("1/2  What of one?") && text.contains("b  second") && text.contains("✓ why second"))
    #expect(text.contains("2 of 2 right."))
  }

  @Test("a wrong answer is explained, and so is the right one")
  func wrong() throws {
    let (score, text) = try asked(["a", "2"], .id)
    #expect(score == .init(1, of: 2))
    #expect(text.contains("  ✗ mengapa first\n  ✓ b  second-id\n    mengapa second\n"))
    #expect(text.contains("1 dari 2 benar."))
  }

  @Test("if the input ends, or the reader quits, there is no score", arguments: [[], ["b"], ["b", "q"]])
  func ended(lines: [String]) throws {
    let (score, text) = try asked(lines)
    #expect(score == nil && text.contains("Stopped after \(min(lines.count, 1)) of 2 questions."))
  }

  static let mistakes: [(json: String, expected: String)] = [
    ("{", "quiz.json: JSON: "),
    (#"{"before": []}"#, "quiz.json: after: something is missing"),
    (#"{"before": [{"id": "one"}], "after": []}"#, "quiz.json: before[0].question: "),
    (quizText([question("one"), question("one")]), "quiz.json: one: two questions have this id"),
    (quizText([question("one", options: [option("a"), option("b")])]), "quiz.json: one: has not exactly one right"),
    (
      quizText([question("one", options: [option("a", right: true), option("b", right: true)])]),
      "quiz.json: one: has not exactly one right"
    ),
    (quizText([question("one", options: [option("a", right: true)])]), "quiz.json: one: has not 2 to 4 options"),
    (
      quizText([question("one", options: [option("", right: true), option("b")])]), "quiz.json: one: has an empty text"
    ),
  ]

  private static func quizText(_ before: [String]) -> String {
    #"{"before": [\#(before.joined(separator: ","))], "after": []}"#
  }

  @Test("a file that is not as it should be is refused with one line that says where", arguments: mistakes.indices)
  func refused(row: Int) throws {
    let error = #expect(throws: NotebookError.self) {
      try Quiz(Data(Self.mistakes[row].json.utf8), file: "quiz.json")
    }
    #expect(error?.description.hasPrefix(Self.mistakes[row].expected) == true, "\(error?.description ?? "")")
  }

  @Test("options come in an order that follows from seed and id, in which each place is as likely for the right one")
  func order() throws {
    let options = ["a", "b", "c"].map { Self.option($0) } + [Self.option("d", right: true)]
    let question = try Self.quiz([Self.question("one", options: options)]).before[0]
    #expect(question.shuffled(seed: 7) == question.shuffled(seed: 7))
    #expect(Set(question.shuffled(seed: 7).options) == Set(question.options))
    var counts = [0, 0, 0, 0]
    var orders: Set<[String]> = []
    for seed in UInt64(0)..<4_000 {
      let shuffled = question.shuffled(seed: seed)
      counts[shuffled.right] += 1
      orders.insert(shuffled.options.map(\.text.en))
    }
    // Pearson's statistic of four places, 3 degrees of freedom: 16.3 is exceeded by chance once in a thousand.
    let statistic = counts.reduce(0.0) { $0 + pow(Double($1) - 1_000, 2) / 1_000 }
    #expect(statistic < 16.3 && orders.count == 24, "\(counts)")
  }

  @Test("a sitting has one seed, and another reader or day another one")
  func sitting() {
    let seed = Quiz.seed(reader: "a", day: "2026-11-28")
    #expect(seed == Quiz.seed(reader: "a", day: "2026-11-28"))
    #expect(seed != Quiz.seed(reader: "b", day: "2026-11-28") && seed != Quiz.seed(reader: "a", day: "2026-11-29"))
  }

  @Test("a lesson without questions says so")
  func none() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(!toy.lesson.hasQuiz)
    #expect(throws: NotebookError.self) { try toy.lesson.quiz() }
  }
}
