import Foundation
import Synchronization

/// The folder of a lesson's results.
///
/// Each file is written beside its place and renamed, so that no file is ever half there.
final class OutputFolder: Sendable {
  let url: URL
  /// Paths written by this run, relative to the folder, in order.
  private let kept = Mutex<[String]>([])

  /// Makes the folder, and makes sure that it can be written before anything is computed.
  init(_ url: URL) throws(NotebookError) {
    self.url = url
    try Self.makeFolder(url)
    let probe = url.appendingPathComponent(".writable.partial")
    try Self.attempt(probe, reportedAs: url) { try Data().write(to: probe) }
    unlink(probe.path)
  }

  /// Writes a file and returns where it is.
  func write(_ data: Data, to path: String) throws(NotebookError) -> URL {
    let file = url.appendingPathComponent(path)
    let partial = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).partial")
    return try kept.withLock { (kept: inout sending [String]) throws(NotebookError) -> URL in
      try Self.makeFolder(file.deletingLastPathComponent())
      do throws(NotebookError) {
        try Self.attempt(partial, reportedAs: file) { try data.write(to: partial) }
      } catch {
        unlink(partial.path)
        throw error
      }
      guard rename(partial.path, file.path) == 0 else {
        let reason = String(cString: strerror(errno))
        unlink(partial.path)
        throw .unwritable(file, because: reason.lowercased())
      }
      if !kept.contains(path) { kept.append(path) }
      return file
    }
  }

  /// Waits for a file that is being written, then calls `body` with what was written; nothing is written meanwhile.
  func withFilesKept<Result>(_ body: ([String]) -> Result) -> Result {
    kept.withLock { body($0) }
  }

  private static func makeFolder(_ url: URL) throws(NotebookError) {
    try attempt(url, reportedAs: url) {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
  }

  private static func attempt(_ file: URL, reportedAs named: URL, _ body: () throws -> Void) throws(NotebookError) {
    do {
      try body()
    } catch {
      throw .unwritable(named, because: reason(error))
    }
  }

  /// Why the system refused, in its own few words.
  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    guard underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription.lowercased() }
    return String(cString: strerror(Int32(underlying.code))).lowercased()
  }
}
