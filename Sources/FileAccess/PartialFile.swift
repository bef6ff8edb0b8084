import Foundation

/// A file that is written beside its place and renamed in the end, so that what has the name is whole, old or new.
///
/// Only an ordinary file, or nothing, is replaced; a link stays, and what it names is replaced, with the permissions that it
/// had. Unless `finish` is reached, nothing is left.
package final class PartialFile {
  private let url: URL
  /// Where links lead to from there.
  private let place: String
  private let partial: String
  private var descriptor: Int32

  /// Opens a file to be written in place of `url`.
  /// - Throws: what stands in the way, before a byte is written.
  package init(for url: URL) throws(FileProblem) {
    self.url = url
    place = try PartialFile.place(of: url)
    var status = stat()
    let isThere = stat(place, &status) == 0
    if isThere {
      guard case .file = FileKind(status) else { throw FileProblem(url, .kind(FileKind(status))) }
      guard access(place, W_OK) == 0 || errno != EACCES else { throw FileProblem(url, .writeProtected) }
    }
    let (folder, name) = PartialFile.parts(place)
    var isFolder = stat()
    guard stat(folder, &isFolder) == 0, isFolder.st_mode & S_IFMT == S_IFDIR else {
      throw FileProblem(url, .noFolder(folder))
    }
    // A name of a file has at most 255 bytes.
    let start = String(decoding: name.utf8.prefix(160), as: UTF8.self).filter { $0 != "\u{FFFD}" }
    partial = "\(folder)/.\(start).\(UUID().uuidString.prefix(8)).partial"
    descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(url) }
    if isThere {
      // Its owner, as far as one may give files away, and who may do what with it.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(partial)
  }

  /// Adds bytes at the end.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      let count = Foundation.write(descriptor, start, min(rest.count, 1 << 30))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(url, .system(count == 0 ? ENOSPC : errno)) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Gives the file its name; it must not be written to afterwards.
  package func finish() throws(FileProblem) {
    let opened = descriptor
    descriptor = -1
    // What is still on its way may be refused only now.
    guard close(opened) == 0 || errno == EINTR, rename(partial, place) == 0 else {
      let problem = FileProblem.system(url)
      unlink(partial)
      throw problem
    }
  }

  /// Where a name leads when links are followed, whether something is there or not.
  private static func place(of url: URL) throws(FileProblem) -> String {
    var path = url.path
    for _ in 0..<40 {
      var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &target, target.count)
      guard count >= 0 else { return path }
      let next = String(decoding: target[..<count], as: UTF8.self)
      path = next.hasPrefix("/") ? next : "\(parts(path).folder)/\(next)"
    }
    throw FileProblem(url, .system(ELOOP))
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

extension Data {
  /// Writes a file beside its place and renames it, so that it is whole or not there.
  package func replaceFile(at url: URL) throws(FileProblem) {
    let file = try PartialFile(for: url)
    do {
      try withUnsafeBytes { try file.write($0) }
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw .system(url)
    }
    try file.finish()
  }
}
