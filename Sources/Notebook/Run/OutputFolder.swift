import FileAccess
import Foundation
import Synchronization

/// The folder of a lesson's or a command's results.
///
/// Each file is written beside its place and renamed, so that no file is ever half there.
package final class OutputFolder: Sendable {
  package let url: URL
  /// Paths written by this run, relative to the folder, in order.
  private let kept = Mutex<[String]>([])

  /// Makes the folder, and makes sure that it can be written before anything is computed.
  package init(_ url: URL) throws(NotebookError) {
    self.url = url
    try Self.asked { () throws(FileProblem) in
      try Folder.make(url)
      do throws(FileProblem) {
        _ = try PartialFile(for: url.appendingPathComponent(".writable"))
      } catch {
        throw FileProblem(url, error.reason)
      }
    }
  }

  /// Writes a file and returns where it is.
  package func write(_ data: Data, to path: String) throws(NotebookError) -> URL {
    let file = url.appendingPathComponent(path)
    return try kept.withLock { (kept: inout sending [String]) throws(NotebookError) -> URL in
      try Self.asked { () throws(FileProblem) in
        try Folder.make(file.deletingLastPathComponent())
        try data.replaceFile(at: file)
      }
      if !kept.contains(path) { kept.append(path) }
      return file
    }
  }

  /// Waits for a file that is being written, then calls `body` with what was written; nothing is written meanwhile.
  func withFilesKept<Result>(_ body: ([String]) -> Result) -> Result {
    kept.withLock { body($0) }
  }

  private static func asked(_ body: () throws(FileProblem) -> Void) throws(NotebookError) {
    do throws(FileProblem) { try body() } catch { throw .unwritable(error) }
  }
}
