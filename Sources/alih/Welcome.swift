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
    let commands = ["run", "step", "quiz", "exercise", "grade"].map { "alih \($0) \(shown)" }
    let width = max(21, commands.map(\.count).max() ?? 0)
    func line(_ command: String) -> String { command.padding(toLength: width, withPad: " ", startingAt: 0) }
    let (run, step, quiz) = (line(commands[0]), line(commands[1]), line(commands[2]))
    let (exercise, grade) = (line(commands[3]), line(commands[4]))
    let text = Phrase(
      en: """
        alih: a course on transfer learning that runs on your own CPU.

          \(line("alih lessons"))  the lessons there are, and how far you are
          \(run)  runs a lesson: text, code, figures, report
          \(step)  goes through it one cell at a time
          \(quiz)  asks questions about it, before and after
          \(exercise)  shows what its exercises ask for
          \(grade)  grades its exercises
          \(line("alih menagerie sheet"))  draws the pictures that the course is about
          \(line("alih doctor"))  what was found on this machine
          \(line("alih --help"))  all commands

        \(state.map { "\($0.summary(.en))\n" } ?? "You have done everything there is so far.\n")
        Type next: \(next)\(warmUp(state).en)
        """,
      id: """
        alih: kursus transfer learning yang berjalan di CPU Anda sendiri.

          \(line("alih lessons"))  daftar pelajaran, dan kemajuan Anda
          \(run)  menjalankan pelajaran: teks, kode, gambar, laporan
          \(step)  menjalaninya sel demi sel
          \(quiz)  mengajukan soal tentangnya, sebelum dan sesudah
          \(exercise)  menunjukkan apa yang diminta latihannya
          \(grade)  menilai latihannya
          \(line("alih menagerie sheet"))  menggambar dunia gambar kursus ini
          \(line("alih doctor"))  apa yang ditemukan di mesin ini
          \(line("alih --help"))  semua perintah

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
}
