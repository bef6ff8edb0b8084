import Foundation
import Notebook

/// What `alih grade --json` prints: who, when, and for each lesson what was earned and with which help.
package struct GradeSummary: Encodable {
  /// The exercises of a lesson.
  struct Lesson: Encodable {
    let lesson: String
    let earned, possible: Int
    /// Whether all exercises of the lesson are here, and right.
    let isComplete: Bool
    let exercises: [Exercise]
  }

  /// A grade, and what the reader was shown by `alih hint` and `alih solution`; other ways to a solution leave no trace.
  struct Exercise: Encodable {
    let grade: Grade
    let hintsShown: Int
    let solutionShown: Bool

    private enum Key: CodingKey { case hintsShown, solutionShown }

    func encode(to encoder: any Encoder) throws {
      try grade.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(hintsShown, forKey: .hintsShown)
      try container.encode(solutionShown, forKey: .solutionShown)
    }
  }

  /// The reader's name, null if none was given.
  private let name: String?
  private let day: String
  /// The folder of the course whose exercises were graded.
  private let folder: String
  private let earned, possible: Int
  private let hintsShown, solutionsShown: Int
  private let lessons: [Lesson]
  /// The lessons that could not be graded, with what the compiler said.
  private let notCompiled: [UncompiledLesson]

  private enum CodingKeys: CodingKey {
    case name, day, folder, earned, possible, hintsShown, solutionsShown, lessons, notCompiled
  }

  /// A summary of some score cards.
  package init(
    _ cards: [ScoreCard], notCompiled: [UncompiledLesson], progress: CourseProgress, name: String?, day: String,
    folder: URL
  ) {
    (self.name, self.day, self.folder) = (name, day, folder.path)
    self.notCompiled = notCompiled
    lessons = cards.map { card in
      Lesson(
        lesson: card.lesson.id, earned: card.score.earned, possible: card.score.possible, isComplete: card.isComplete,
        exercises: card.grades.map { grade in
          Exercise(
            grade: grade, hintsShown: min(progress.hintsShown(of: grade.exercise), ExerciseText.hintCount),
            solutionShown: progress.has(.solution, grade.exercise))
        })
    }
    earned = lessons.reduce(0) { $0 + $1.earned }
    possible = lessons.reduce(0) { $0 + $1.possible }
    let exercises = lessons.flatMap(\.exercises)
    hintsShown = exercises.reduce(0) { $0 + $1.hintsShown }
    solutionsShown = exercises.count(where: \.solutionShown)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)  // Null where there is none, so that every report has the same keys.
    try container.encode(day, forKey: .day)
    try container.encode(folder, forKey: .folder)
    try container.encode(earned, forKey: .earned)
    try container.encode(possible, forKey: .possible)
    try container.encode(hintsShown, forKey: .hintsShown)
    try container.encode(solutionsShown, forKey: .solutionsShown)
    try container.encode(lessons, forKey: .lessons)
    try container.encode(notCompiled, forKey: .notCompiled)
  }
}
