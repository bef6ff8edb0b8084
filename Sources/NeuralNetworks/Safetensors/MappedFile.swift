import FileAccess
import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file in memory, which the system reads when they are first looked at and may drop again at any time.
///
/// The memory stays as long as the object. A file that is replaced, as this package replaces files, is kept as it was; one
/// that is cut short by other programs while it is open ends the process with SIGBUS, for which a command has a handler.
///
/// Sendable because nobody writes to the memory.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Maps an ordinary file; anything else is refused at once.
  init(_ file: URL) throws(FileProblem) {
    let opened = try OpenFile(file)
    guard opened.size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = mmap(nil, opened.size, PROT_READ, MAP_PRIVATE, opened.descriptor, 0), address != MAP_FAILED
    else { throw FileProblem(file, .system(errno)) }
    bytes = UnsafeRawBufferPointer(start: address, count: opened.size)
  }

  deinit {
    if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
  }
}
