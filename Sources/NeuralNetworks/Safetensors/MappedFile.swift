import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file in memory, which the system reads when they are first looked at and may drop again at any time.
///
/// The memory stays as long as the object. A file that is replaced, as this package replaces files, is kept as it was; one
/// that is cut short by other programs while it is open ends the process.
///
/// Sendable because nobody writes to the memory.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Why a file is not mapped, and what to do.
  enum Problem: String, Error {
    case unreadable = "cannot be read; check its permissions"
    case irregular = "a pipe or a device, not a file that can be mapped into memory; save it as a file"
  }

  /// Maps a file; one that is no regular file, and might never end, is refused without waiting for it.
  init(_ file: URL) throws(Problem) {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .irregular }
    let size = Int(status.st_size)
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw .unreadable
    }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  deinit {
    if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
  }
}
