import Foundation

/// A folder to try things in, gone when the test is over.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func place(_ name: String) -> URL { url.appending(path: name) }

  /// A file with a text in it.
  func file(_ name: String, _ text: String) throws -> URL {
    try Data(text.utf8).write(to: place(name))
    return place(name)
  }

  func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: place(name)), as: UTF8.self) }

  /// The names in the folder, hidden ones too.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() } }

  func pipe(_ name: String) throws -> URL {
    guard mkfifo(place(name).path, 0o600) == 0 else { throw POSIXError(.EIO) }
    return place(name)
  }

  func socket(_ name: String) throws -> URL {
    let made = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(made) }
    // The name of a socket is short: it is made under one relative to the root of temporary files.
    let short = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString.prefix(8).description)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.path.utf8).prefix($0.count - 1)) }
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0, rename(short.path, place(name).path) == 0 else { throw POSIXError(.EIO) }
    return place(name)
  }

  /// A device of our own, where we may make one; never one of the machine's.
  func device(_ name: String) -> URL? {
    // The numbers are those of what swallows everything, memory device 3.
    mknod(place(name).path, S_IFCHR | 0o600, 0x103) == 0 ? place(name) : nil
  }
}
