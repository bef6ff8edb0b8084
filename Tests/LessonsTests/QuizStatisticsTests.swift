import Experiments
import Foundation
import Lessons
import Notebook
import Testing

/// A reader who knows nothing shall not be able to guess the right option of a question by its length or its words.
@Suite struct QuizStatisticsTests {
  @Test("no trait of its text gives the right option away", arguments: allLessons.filter(\.lesson.hasQuiz).map(\.id))
  func lesson(id: String) throws {
    let quiz = try #require(allLessons.first { $0.id == id }).lesson.quiz()
    try expectNoGiveaway(in: quiz.before + quiz.after)
  }

  @Test("nor does one in the course as a whole")
  func course() throws {
    let quizzes = try allLessons.filter(\.lesson.hasQuiz).map { try $0.lesson.quiz() }
    try expectNoGiveaway(in: quizzes.flatMap { $0.before + $0.after })
  }

  @Test("no option is more than two and a half times as long as another, unless they are at most 30 characters apart")
  func lengths() throws {
    for lesson in allLessons.map(\.lesson) where lesson.hasQuiz {
      let quiz = try lesson.quiz()
      for question in quiz.before + quiz.after {
        for language in Language.allCases {
          let counts = question.options.map { $0.text(language).count }
          let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
          #expect(2 * most <= 5 * least || most - least <= 30, "\(lesson.id), \(question.id), \(language): \(counts)")
        }
      }
    }
  }

  @Test("every option has an explanation of its own")
  func explanations() throws {
    for lesson in allLessons.map(\.lesson) where lesson.hasQuiz {
      let quiz = try lesson.quiz()
      for question in quiz.before + quiz.after {
        #expect(
          Set(question.options.map(\.explanation)).count == question.options.count, "\(lesson.id), \(question.id)")
      }
    }
  }

  /// Holds every trait of right options to what a lot would give.
  ///
  /// If the right option were drawn by lot, the number of right ones that have it would have the mean
  /// m = Σ t / k over the questions, where t of k options have it, and the variance Σ t / k (1 − t / k). The number lies at most
  /// 1.5 standard deviations from m, or at most 1.
  private func expectNoGiveaway(in questions: [Quiz.Question]) throws {
    for language in Language.allCases {
      for trait in Trait.allCases {
        var (count, mean, variance) = (0, 0.0, 0.0)
        for question in questions {
          let has = try trait.isIn(question.options.map { $0.text(language) }, language)
          let share = Double(has.count(where: \.self)) / Double(has.count)
          count += has[question.right] ? 1 : 0
          mean += share
          variance += share * (1 - share)
        }
        let deviation = variance.squareRoot()
        #expect(
          abs(Double(count) - mean) <= max(1, 1.5 * deviation),
          "\(language), \(trait): \(count) of the right options, by lot \(mean) ± \(deviation)")
      }
    }
  }

  /// What an option has or has not, whatever is asked.
  private enum Trait: CaseIterable {
    case longest, shortest, givesReason, denies, isAbsolute

    func isIn(_ options: [String], _ language: Language) throws -> [Bool] {
      let counts = options.map(\.count)
      switch self {
      case .longest: return counts.map { $0 == counts.max() }
      case .shortest: return counts.map { $0 == counts.min() }
      case .givesReason:
        return try contain(
          language == .en
            ? #"\b(since|because|as it|so that|therefore)\b"# : #"\b(sebab|karena|supaya|agar|sehingga)\b"#)
      case .denies:
        return try contain(
          language == .en ? #"^(nothing|none|no|not|neither|it makes no)\b"# : #"^(tidak|tak|bukan|tanpa)\b"#)
      case .isAbsolute:
        return try contain(
          language == .en
            ? #"\b(always|never|only|all|every|any|must|alone)\b"#
            : #"\b(selalu|hanya|semua|setiap|apa pun|pasti|harus|saja)\b"#)
      }
      func contain(_ words: String) throws -> [Bool] {
        let expression = try Regex(words).ignoresCase()
        return options.map { $0.contains(expression) }
      }
    }
  }
}
