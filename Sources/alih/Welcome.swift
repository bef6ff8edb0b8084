import Foundation
import Lessons
import Notebook

/// What `alih` alone says: what there is, and what to type next.
struct Welcome {
  let language: Language

  func show(on terminal: Terminal) {
    let first = allLessons.first?.id ?? "LESSON"
    let run = "alih run \(first)".padding(toLength: 20, withPad: " ", startingAt: 0)
    let text = Phrase(
      en: """
        alih: a course on transfer learning that runs on your own CPU.

          alih lessons          the lessons there are
          \(run)  runs a lesson: text, code, figures, report
          alih menagerie sheet  draws the pictures that the course is about
          alih doctor           what was found on this machine
          alih --help           all commands

        Type next: alih run \(first)
        """,
      id: """
        alih: kursus transfer learning yang berjalan di CPU Anda sendiri.

          alih lessons          daftar pelajaran
          \(run)  menjalankan pelajaran: teks, kode, gambar, laporan
          alih menagerie sheet  menggambar dunia gambar kursus ini
          alih doctor           apa yang ditemukan di mesin ini
          alih --help           semua perintah

        Ketik berikutnya: alih run \(first)
        """)
    terminal.print(text(language) + "\n")
  }
}
