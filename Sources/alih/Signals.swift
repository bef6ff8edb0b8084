import Foundation
import Notebook

/// What the command makes of signals that would end it without a word.
enum Signals {
  /// A file-size limit becomes an error of the write, and a network's file that is cut short while it is read one line.
  static func handle(_ language: Language) {
    signal(SIGXFSZ, SIG_IGN)
    // A handler can be given nothing, and may do next to nothing: write bytes that are there, and end.
    if language == .en {
      signal(SIGBUS) { _ in Signals.endEnglish() }
    } else {
      signal(SIGBUS) { _ in Signals.endIndonesian() }
    }
  }

  private static func endEnglish() {
    end("alih: a file was cut short, or its disk failed, while it was read; copy it to this machine and try again\n")
  }

  private static func endIndonesian() {
    end("alih: berkas terpotong, atau disknya gagal, selagi dibaca; salin ke komputer ini lalu coba lagi\n")
  }

  private static func end(_ line: StaticString) {
    _ = write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    _exit(1)
  }
}
