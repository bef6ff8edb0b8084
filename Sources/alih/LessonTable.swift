import Experiments
import Foundation
import Notebook

/// The lessons, and how far the reader is with each.
struct LessonTable: CustomStringConvertible {
  let description: String

  init(progress: CourseProgress, language: Language) throws {
    let header =
      language == .en
      ? ["", "lesson", "read", "run", "quiz", "exercises", "solutions seen"]
      : ["", "pelajaran", "dibaca", "dijalankan", "kuis", "latihan", "penyelesaian dilihat"]
    let rows = try Course.lessons.map { lesson in
      let state = try LessonState(lesson, progress)
      let quiz = state.quizzes.isEmpty ? "–" : state.quizzes.map { $0?.text ?? "·" }.joined(separator: " ")
      return [
        "\(lesson.number)", lesson.id, state.isRead ? "✓" : "·", state.isRun ? "✓" : "·", quiz,
        state.exercises.isEmpty ? "–" : "\(state.solved)/\(state.exercises.count)",
        state.solutionsSeen == 0 ? "" : "\(state.solutionsSeen)",
      ]
    }
    description = TextTable(header: header, rows: rows, leading: 7).description
  }
}
