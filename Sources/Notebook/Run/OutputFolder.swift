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
    try Self.makeFolder(url)
    let probe = url.appendingPathComponent(".writable.partial")
    guard Self.write(Data(), to: probe) else { throw Self.refused(url) }
    unlink(probe.path)
  }

  /// Writes a file and returns where it is.
  package func write(_ data: Data, to path: String) throws(NotebookError) -> URL {
    let file = url.appendingPathComponent(path)
    let folder = file.deletingLastPathComponent()
    let partial = folder.appendingPathComponent(".\(file.lastPathComponent).partial")
    return try kept.withLock { (kept: inout sending [String]) throws(NotebookError) -> URL in
      try Self.makeFolder(folder)
      guard Self.write(data, to: partial), rename(partial.path, file.path) == 0 else {
        let error = Self.refused(file)
        unlink(partial.path)
        throw error
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
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
      if isFolder.boolValue { return }
      errno = ENOTDIR
      throw refused(url)
    }
    let parent = url.deletingLastPathComponent()
    if parent.path != url.path { try makeFolder(parent) }
    // Another process may have been quicker.
    guard mkdir(url.path, 0o777) == 0 || errno == EEXIST else { throw refused(url) }
  }

  /// Writes all bytes; false, with `errno` set, if the system refuses.
  private static func write(_ data: Data, to file: URL) -> Bool {
    guard let stream = fopen(file.path, "wb") else { return false }
    let written = data.withUnsafeBytes { bytes in
      bytes.isEmpty ? 0 : fwrite(bytes.baseAddress, 1, bytes.count, stream)
    }
    return fclose(stream) == 0 && written == data.count
  }

  /// What the system said last about a file.
  private static func refused(_ file: URL) -> NotebookError {
    .unwritable(file, because: String(cString: strerror(errno)).lowercased())
  }
}
