import Foundation
import Lessons
import Notebook

/// The lessons, and how far the reader is with each.
struct LessonTable: CustomStringConvertible {
  let description: String

  init(progress: CourseProgress, language: Language) throws {
    let header =
      language == .en
      ? ["", "lesson", "read", "run", "quiz", "exercises", "solutions seen"]
      : ["", "pelajaran", "dibaca", "dijalankan", "kuis", "latihan", "penyelesaian dilihat"]
    let rows = try allLessons.map { lesson in
      let state = try LessonState(lesson, progress)
      let quiz = state.quizzes.isEmpty ? "–" : state.quizzes.map { $0?.short ?? "·" }.joined(separator: " ")
      return [
        "\(lesson.number)", lesson.id, state.isRead ? "✓" : "·", state.isRun ? "✓" : "·", quiz,
        state.exercises.isEmpty ? "–" : "\(state.solved)/\(state.exercises.count)",
        state.solutionsSeen == 0 ? "" : "\(state.solutionsSeen)",
      ]
    }
    description = TextTable(header: header, rows: rows, leading: 7).description
  }
}

extension CourseProgress.Score {
  fileprivate var short: String { "\(earned)/\(possible)" }
}

/// How far a reader is with a lesson.
struct LessonState {
  let lesson: Lesson
  let isRead, isRun: Bool
  /// The scores of the quizzes before and after, nil for one not taken; empty if the lesson has none.
  let quizzes: [CourseProgress.Score?]
  /// The ids of its exercises.
  let exercises: [String]
  /// The first exercise that is not solved.
  let openExercise: String?
  let solved, solutionsSeen: Int

  init(_ lesson: Lesson, _ progress: CourseProgress) throws {
    self.lesson = lesson
    isRead = progress.has(.read, lesson.id)
    isRun = progress.has(.run, lesson.id)
    quizzes = lesson.hasQuiz ? Quiz.Part.allCases.map { progress.score(.quiz, $0.id(in: lesson)) } : []
    exercises = try lesson.exercises(.en).map(\.id)
    let isSolved = { (id: String) in progress.score(.exercise, id)?.isFull == true }
    openExercise = exercises.first { !isSolved($0) }
    solved = exercises.count(where: isSolved)
    solutionsSeen = exercises.count { progress.has(.solution, $0) }
  }

  /// What to type next, or nil if nothing is left to do.
  var next: String? {
    if !isRun { return "alih run \(lesson.id)" }
    if let openExercise { return "alih exercise \(openExercise)" }
    if quizzes.count == 2, quizzes[1] == nil { return "alih quiz \(lesson.id) --after" }
    return nil
  }
}
