import Grading
import Notebook

/// The marks of a class: a row for each student, with the points of each lesson and of all, and below it what was remarked.
struct ClassTable: CustomStringConvertible {
  let description: String

  init(_ marked: [MarkedSubmission], lessons: [String], language: Language) {
    // Lessons that nobody has begun would only make the table wide.
    let begun = lessons.filter { lesson in
      marked.contains { one in
        one.notCompiled.contains { $0.lesson == lesson }
          || one.grades.contains { $0.lesson == lesson && $0.outcome != .notAttempted }
      }
    }
    let rows = marked.map { one in
      [one.submission.student] + begun.map { one.points(of: $0) } + [one.total]
    }
    let header = language == .en ? ("student", "points") : ("mahasiswa", "poin")
    let remarks = marked.flatMap { one in
      (one.submission.remarks + one.notCompiled.map { lesson in Phrase(en: lesson.advice(.en), id: lesson.advice(.id)) })
        .map { "\(one.submission.student.onOneLine): \($0(language).onOneLine)" }
    }
    let table = "\(TextTable(header: [header.0] + begun + [header.1], rows: rows, leading: 1))"
    description = ([table] + (remarks.isEmpty ? [] : [""]) + remarks).joined(separator: "\n")
  }
}

extension MarkedSubmission {
  /// The points of a lesson, such as `16/30`; a cross where it does not compile, a dash where nothing was begun.
  fileprivate func points(of lesson: String) -> String {
    if notCompiled.contains(where: { $0.lesson == lesson }) { return "✗" }
    let own = grades.filter { $0.lesson == lesson }
    guard own.contains(where: { $0.outcome != .notAttempted }) else { return "–" }
    return "\(own.reduce(0) { $0 + $1.earned })/\(own.reduce(0) { $0 + $1.possible })"
  }

  /// The points of all lessons.
  fileprivate var total: String { "\(grades.reduce(0) { $0 + $1.earned })" }
}
