import Foundation

/// An ordinary file, opened for reading: never a pipe, a socket or a device, at which one would wait for ever.
package struct OpenFile: ~Copyable {
  /// The system's number of it, open as long as this value.
  package let descriptor: Int32
  /// Its bytes when it was opened.
  package let size: Int
  private let url: URL

  /// Opens a file at once, whatever is under its name.
  package init(_ url: URL) throws(FileProblem) {
    let opened = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else {
      // A socket, or a pipe or device that nobody serves, cannot even be opened.
      let refusal = errno
      guard refusal == ENXIO || refusal == ENODEV, let kind = FileKind(url) else {
        throw FileProblem(url, refusal == ENOENT ? .missing : .system(refusal))
      }
      throw FileProblem(url, .kind(kind))
    }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let problem = FileProblem.system(url)
      close(opened)
      throw problem
    }
    guard case .file = FileKind(status) else {
      close(opened)
      throw FileProblem(url, .kind(FileKind(status)))
    }
    descriptor = opened
    size = Int(status.st_size)
    self.url = url
  }

  deinit { close(descriptor) }

  /// All bytes, of which there must be no more than `limit`.
  package func bytes(limit: Int = .max) throws(FileProblem) -> Data {
    guard size <= limit else { throw FileProblem(url, .tooLarge(limit: limit)) }
    var data = Data()
    data.reserveCapacity(size)
    // A file may grow while it is read, and the files in /proc do not say how long they are.
    var buffer = [UInt8](repeating: 0, count: min(max(size + 1, 1 << 16), 1 << 24))
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(url) }
      guard count > 0 else { return data }
      data.append(contentsOf: buffer[..<count])
      guard data.count <= limit else { throw FileProblem(url, .tooLarge(limit: limit)) }
    }
  }
}

extension Data {
  /// The bytes of an ordinary file, of which there must be no more than `limit`; anything else is refused at once.
  package init(ofFile url: URL, limit: Int = .max) throws(FileProblem) {
    self = try OpenFile(url).bytes(limit: limit)
  }
}
