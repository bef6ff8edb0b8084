import Experiments
import Lessons
import Notebook
import Testing

/// What the questions of a quiz ask, and how their answers are explained.
@Suite struct QuizQuestionTests {
  @Test(
    "every option is explained in words of its own, in both languages",
    arguments: allLessons.filter(\.lesson.hasQuiz).map(\.id))
  func explanations(id: String) throws {
    let quiz = try #require(allLessons.first { $0.id == id }).lesson.quiz()
    for question in quiz.before + quiz.after {
      for language in [\Phrase.en, \Phrase.id] {
        let explanations = question.options.map { $0.explanation[keyPath: language] }
        #expect(Set(explanations).count == explanations.count, "\(question.id)")
        #expect(explanations.allSatisfy { $0.split(separator: " ").count >= 5 }, "\(question.id)")
      }
    }
  }

  @Test(
    "two questions after a lesson ask which experiment would decide",
    arguments: allLessons.filter(\.lesson.hasQuiz).map(\.id))
  func experiments(id: String) throws {
    let quiz = try #require(allLessons.first { $0.id == id }).lesson.quiz()
    #expect(quiz.after.count { $0.text.en.contains("Which experiment would decide") } >= 2)
    #expect(quiz.after.count { $0.text.id.contains("Percobaan mana yang dapat memutuskan") } >= 2)
  }
}
