/// The questions of a lesson in a page, answered without a script: the explanation of an answer is shown while it is chosen.
struct HTMLQuiz {
  private let quiz: Quiz
  private let lesson: String
  private let language: Language

  init(_ quiz: Quiz, lesson: String, language: Language) {
    self.quiz = quiz
    self.lesson = lesson
    self.language = language
  }

  /// The questions before the lesson, or after it, folded.
  func html(_ part: Quiz.Part) -> String {
    let questions = quiz[part]
    guard !questions.isEmpty else { return "" }
    let title =
      part == .before
      ? language.html("Questions before you read: \(questions.count)", "Pertanyaan sebelum membaca: \(questions.count)")
      : language.html(
        "Questions after you have read: \(questions.count)", "Pertanyaan sesudah membaca: \(questions.count)")
    let seed = Quiz.seed(reader: lesson, day: part.rawValue)
    return """
      <details class="quiz">
      <summary>\(title)</summary>
      \(questions.map { html($0.shuffled(seed: seed)) }.joined(separator: "\n"))
      </details>
      """
  }

  private func html(_ question: Quiz.Question) -> String {
    let options = question.options.enumerated().map { place, option -> String in
      let id = "\(question.id)-\(place + 1)".inHTML
      let mark =
        option.isRight ? language.html("✓ Right.", "✓ Benar.") : language.html("✗ Not quite.", "✗ Belum tepat.")
      return """
        <div class="option">
        <input type="radio" name="\(question.id.inHTML)" id="\(id)">
        <label for="\(id)">\(option.text(language).inlineHTML)</label>
        <p class="why"><strong class="\(option.isRight ? "holds" : "fails")">\(mark)</strong> \
        \(option.explanation(language).inlineHTML)</p>
        </div>
        """
    }
    return """
      <fieldset>
      <legend>\(question.text(language).inlineHTML)</legend>
      \(options.joined(separator: "\n"))
      </fieldset>
      """
  }
}
