import Foundation

/// What is done with the folder that files are written into.
package enum Folder {
  /// Makes a folder, with those that it lies in, where it is not there.
  package static func make(_ url: URL) throws(FileProblem) {
    switch FileKind(url) {
    case .folder?: return
    case .some: throw FileProblem(url, .system(ENOTDIR))
    case nil: break
    }
    let parent = url.deletingLastPathComponent()
    if parent.path != url.path { try make(parent) }
    // Another process may have been quicker.
    guard mkdir(url.path, 0o777) == 0 || errno == EEXIST else { throw .system(url) }
  }

  /// Removes an ordinary file, or a link, where it is there; anything else stays.
  package static func removeFile(_ url: URL) {
    var status = stat()
    guard lstat(url.path, &status) == 0, [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else { return }
    unlink(url.path)
  }
}
