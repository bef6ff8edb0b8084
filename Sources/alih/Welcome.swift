import Lessons
import Notebook

/// What `alih` alone says: what there is, and what to type next.
struct Welcome {
  let language: Language

  func show(on terminal: Terminal) {
    let first = allLessons.first
    let text = Phrase(
      en: """
        alih: a course on transfer learning that runs on your own CPU.

          alih lessons          the lessons there are
          alih run \(first?.id ?? "LESSON")  runs a lesson: text, code, figures, report
          alih menagerie sheet  draws the pictures that the course is about
          alih doctor           what was found on this machine
          alih --help           all commands

        Type next: alih run \(first?.id ?? "all")
        """,
      id: """
        alih: kursus transfer learning yang berjalan di CPU Anda sendiri.

          alih lessons          daftar pelajaran
          alih run \(first?.id ?? "LESSON")  menjalankan pelajaran: teks, kode, gambar, laporan
          alih menagerie sheet  menggambar dunia gambar kursus ini
          alih doctor           apa yang ditemukan di mesin ini
          alih --help           semua perintah

        Ketik berikutnya: alih run \(first?.id ?? "all")
        """)
    terminal.print(text(language) + "\n")
  }
}
