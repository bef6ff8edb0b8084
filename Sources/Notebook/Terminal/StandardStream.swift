import Foundation
import Synchronization

/// Standard output and standard error: the one place that writes to them, and looks at what the system answers.
///
/// Where the reader of a pipe has gone away, the process ends quietly, as other programs do. Where nothing more can be
/// written, as on a full disk, the work goes on, so that no file is lost, and `refusal` says in the end what was wrong.
package enum StandardStream: Sendable {
  case output, error

  /// The system's number of what was wrong with standard output, if something was.
  package static var refusal: Int32? { firstRefusal.withLock { $0 } }
  private static let firstRefusal = Mutex<Int32?>(nil)

  /// Writes a text at once, all of it.
  package func write(_ text: String) {
    guard self == .error || StandardStream.refusal == nil else { return }
    let refused = StandardStream.send(text, to: self == .output ? STDOUT_FILENO : STDERR_FILENO)
    guard self == .output, let refused else { return }
    if refused == EPIPE { StandardStream.endQuietly() }
    StandardStream.firstRefusal.withLock { $0 = $0 ?? refused }
  }

  /// Writes a line at once.
  package func print(_ line: String) { write(line + "\n") }

  /// One line about what was wrong with standard output, if something was.
  package static var complaint: Phrase? {
    refusal.map { number in
      let reason = String(cString: strerror(number)).lowercased()
      return Phrase(
        en: "standard output can't be written: \(reason); what was printed is not complete",
        id: "keluaran standar tidak bisa ditulis: \(reason); yang tercetak tidak lengkap")
    }
  }

  /// Sends all bytes; what the system refused with, if it did.
  private static func send(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = UnsafeBufferPointer(rebasing: rest).baseAddress.map { Foundation.write(descriptor, $0, rest.count) }
        if let count, count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          // Somebody has made the terminal or the pipe one that does not wait.
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wanted, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  /// Ends as a program that knows nothing of pipes ends, also where the signal was ignored when it began.
  private static func endQuietly() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    _exit(128 + SIGPIPE)
  }
}
