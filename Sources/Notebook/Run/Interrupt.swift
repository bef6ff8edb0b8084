import Dispatch
import Foundation

/// What Ctrl-C does during a run: it waits for the file that is being written, says what was kept, and ends the process
/// with status 130, whatever the cell is doing.
package enum Interrupt {
  /// The status of a process that Ctrl-C ended: 128 and the signal's number.
  package static let exitStatus: Int32 = 130

  /// Runs `body` with Ctrl-C handled.
  static func handled<Result>(
    output: OutputFolder, language: Language, terminal: Terminal, _ body: () throws -> Result
  ) rethrows -> Result {
    try watched(body) {
      output.withFilesKept { files in
        terminal.printError(message(files: files, folder: output.url)(language))
        _exit(exitStatus)
      }
    }
  }

  /// Runs `body`; each Ctrl-C in the meantime runs `action`, on a thread of its own, and does not end the process.
  package static func watched<Result>(
    _ body: () throws -> Result, action: @escaping @Sendable () -> Void
  ) rethrows -> Result {
    let previous = signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global(qos: .userInteractive))
    source.setEventHandler(handler: action)
    // Until the source is in place, a signal would be lost.
    let isInPlace = DispatchSemaphore(value: 0)
    source.setRegistrationHandler { isInPlace.signal() }
    source.activate()
    isInPlace.wait()
    defer {
      source.cancel()
      signal(SIGINT, previous)
    }
    return try body()
  }

  /// The line that says what was kept.
  static func message(files: [String], folder: URL) -> Phrase {
    let path = folder.relativePath
    guard !files.isEmpty else {
      return Phrase(
        en: "Interrupted; nothing had been written to \(path) yet.",
        id: "Dihentikan; belum ada yang ditulis ke \(path).")
    }
    let shown = files.prefix(4).joined(separator: ", ") + (files.count > 4 ? ", …" : "")
    return Phrase(
      en: "Interrupted; kept \(files.count) whole file\(files.count == 1 ? "" : "s") in \(path): \(shown)",
      id: "Dihentikan; \(files.count) berkas utuh tersimpan di \(path): \(shown)")
  }
}
