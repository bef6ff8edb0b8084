import Experiments
import Foundation
import Notebook

/// What `alih` alone says: what there is, how far the reader is, and what to type next.
struct Welcome {
  let language: Language
  let progress: CourseProgress

  func show(on terminal: Terminal) throws {
    let states = try Course.lessons.map { try LessonState($0, progress) }
    let state = states.first { $0.next != nil }
    let next = state?.next ?? "alih lessons"
    let shown = state?.lesson.id ?? states.first?.lesson.id ?? "LESSON"
    let (run, grade) = (Self.padded("alih run \(shown)"), Self.padded("alih grade \(shown)"))
    let text = Phrase(
      en: """
        alih: a course on transfer learning that runs on your own CPU.

          alih lessons          the lessons there are, and how far you are
          \(run)  runs a lesson: text, code, figures, report
          \(grade)  grades its exercises
          alih menagerie sheet  draws the pictures that the course is about
          alih doctor           what was found on this machine
          alih --help           all commands

        \(state.map { "\($0.summary(.en))\n" } ?? "You have done everything there is so far.\n")
        Type next: \(next)\(warmUp(state).en)
        """,
      id: """
        alih: kursus transfer learning yang berjalan di CPU Anda sendiri.

          alih lessons          daftar pelajaran, dan kemajuan Anda
          \(run)  menjalankan pelajaran: teks, kode, gambar, laporan
          \(grade)  menilai latihannya
          alih menagerie sheet  menggambar dunia gambar kursus ini
          alih doctor           apa yang ditemukan di mesin ini
          alih --help           semua perintah

        \(state.map { "\($0.summary(.id))\n" } ?? "Semua yang ada sejauh ini sudah Anda kerjakan.\n")
        Ketik berikutnya: \(next)\(warmUp(state).id)
        """)
    terminal.print(text(language) + "\n")
  }

  /// The quiz to begin a lesson with, where it has not been taken.
  private func warmUp(_ state: LessonState?) -> Phrase {
    guard let state, !state.isRun, let before = state.quizzes.first, before == nil else { return Phrase("") }
    let command = "alih quiz \(state.lesson.id)"
    return Phrase(
      en: " (or begin with some questions: \(command))", id: " (atau mulai dengan beberapa soal: \(command))")
  }

  private static func padded(_ command: String) -> String {
    command.padding(toLength: max(20, command.count), withPad: " ", startingAt: 0)
  }
}
