import Experiments
import Foundation
import Lessons
import Notebook
import Testing

@Suite struct QuizFileTests {
  @Test(
    "a quiz asks at least five questions before the lesson and five after it",
    arguments: allLessons.filter(\.lesson.hasQuiz).map(\.id))
  func questions(id: String) throws {
    let quiz = try #require(allLessons.first { $0.id == id }).lesson.quiz()
    #expect(quiz.before.count >= 5 && quiz.after.count >= 5)
  }

  @Test("the right option is not always at one place", arguments: allLessons.filter(\.lesson.hasQuiz).map(\.id))
  func places(id: String) throws {
    let quiz = try #require(allLessons.first { $0.id == id }).lesson.quiz()
    for part in [quiz.before, quiz.after] { #expect(Set(part.map(\.right)).count >= 3) }
  }
}
