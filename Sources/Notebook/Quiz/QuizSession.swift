/// Asks the questions of a quiz, one after another.
package struct QuizSession {
  private let questions: [Quiz.Question]
  private let terminal: Terminal
  private let language: Language

  /// The questions of one part of a quiz, to be asked on a terminal.
  package init(_ questions: [Quiz.Question], on terminal: Terminal, language: Language) {
    self.questions = questions
    self.terminal = terminal
    self.language = language
  }

  /// Asks all questions: answers are a to d or 1 to 4, as keys or as lines of a pipe.
  /// - Returns: How many were answered rightly; nil if the input ended, or `q` was answered, before the last one.
  package func callAsFunction() -> CourseProgress.Points? {
    var right = 0
    for (place, question) in questions.enumerated() {
      show(question, number: place + 1)
      guard let chosen = answer(to: question) else {
        terminal.print(
          say(
            "Stopped after \(place) of \(questions.count) questions.",
            "Berhenti setelah \(place) dari \(questions.count) pertanyaan."))
        return nil
      }
      right += question.options[chosen].isRight ? 1 : 0
      explain(question, chosen)
    }
    let ending = say("\(right) of \(questions.count) right.", "\(right) dari \(questions.count) benar.")
    terminal.print([[Span("  " + ending, right == questions.count ? .good : .strong)], []])
    return CourseProgress.Points(right, of: questions.count)
  }

  private func say(_ english: String, _ indonesian: String) -> String { language == .en ? english : indonesian }

  private func show(_ question: Quiz.Question, number: Int) {
    print(question.text, first: "  \(number)/\(questions.count)  ", rest: "  ", .strong)
    for (place, option) in question.options.enumerated() {
      print(option.text, first: "    \(Self.letters[place])  ", rest: "       ")
    }
    terminal.print()
  }

  private static let letters: [Character] = ["a", "b", "c", "d"]

  /// The place of the option that the reader chose, or nil at the end of the input.
  private func answer(to question: Quiz.Question) -> Int? {
    let last = Self.letters[question.options.count - 1]
    let prompt = say("  Your answer, a to \(last), q quits: ", "  Jawaban Anda, a sampai \(last), q keluar: ")
    while let key = terminal.key(prompt) {
      let letter = key.lowercased()
      if letter == "q" { return nil }
      let chosen = Self.letters.firstIndex { "\($0)" == letter } ?? key.wholeNumberValue.map { $0 - 1 }
      if let chosen, question.options.indices.contains(chosen) { return chosen }
    }
    return nil
  }

  /// Says why the chosen answer is right or wrong, and if it was wrong, which one is right and why.
  private func explain(_ question: Quiz.Question, _ chosen: Int) {
    let (option, right) = (question.options[chosen], question.options[question.right])
    print(
      option.explanation, first: option.isRight ? "  ✓ " : "  ✗ ", rest: "    ", mark: option.isRight ? .good : .bad)
    if !option.isRight {
      print(right.text, first: "  ✓ \(Self.letters[question.right])  ", rest: "       ", .strong, mark: .good)
      print(right.explanation, first: "    ", rest: "    ")
    }
    terminal.print()
  }

  private func print(_ text: Phrase, first: String, rest: String, _ style: TextStyle = [], mark: TextStyle = .quiet) {
    let renderer = MarkdownRenderer(width: terminal.measure, hasStyles: terminal.usesColour)
    terminal.print(
      wrap(
        renderer.inline(text(language), style: style), width: terminal.measure, first: [Span(first, mark)],
        rest: [Span(rest)]))
  }
}
