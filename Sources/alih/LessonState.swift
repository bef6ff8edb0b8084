import Experiments
import Notebook

/// How far a reader is with a lesson.
struct LessonState {
  let lesson: Lesson
  let isRead, isRun: Bool
  /// The scores of the quizzes before and after, nil for one not taken; empty if the lesson has none.
  let quizzes: [CourseProgress.Points?]
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

  /// ✓ if nothing is left to do, ◐ if something has been done, ○ if nothing has.
  var mark: String {
    let isBegun = isRead || isRun || solved > 0 || quizzes.contains { $0 != nil }
    return next == nil ? "✓" : isBegun ? "◐" : "○"
  }

  /// Such as `Lesson 1, domains: run, exercises 1/3, quiz 4/5`.
  func summary(_ language: Language) -> String {
    let isEnglish = language == .en
    var parts: [String] = []
    if isRead { parts.append(isEnglish ? "read" : "sudah dibaca") }
    parts.append(
      isRun ? (isEnglish ? "run" : "sudah dijalankan") : (isEnglish ? "not run yet" : "belum dijalankan"))
    if !exercises.isEmpty { parts.append("\(isEnglish ? "exercises" : "latihan") \(solved)/\(exercises.count)") }
    let scores = quizzes.compactMap { $0?.text }
    if !scores.isEmpty { parts.append("\(isEnglish ? "quiz" : "kuis") \(scores.joined(separator: ", "))") }
    let name = "\(isEnglish ? "Lesson" : "Pelajaran") \(lesson.number), \(lesson.id)"
    return "\(name): \(parts.joined(separator: ", "))"
  }
}
