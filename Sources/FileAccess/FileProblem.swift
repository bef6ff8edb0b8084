import Foundation

/// Why a file cannot be read or written.
package struct FileProblem: Error, Sendable, Hashable {
  /// What was found.
  package enum Reason: Sendable, Hashable {
    /// There is no file of that name.
    case missing
    /// Something else than an ordinary file has that name.
    case kind(FileKind)
    /// There is no folder to write into.
    case noFolder(String)
    /// The file is there and may not be changed.
    case writeProtected
    /// The file has more bytes than are read.
    case tooLarge(limit: Int)
    /// The system refused, with this number.
    case system(Int32)
  }

  /// The file, as it was named.
  package let url: URL
  package let reason: Reason

  package init(_ url: URL, _ reason: Reason) {
    self.url = url
    self.reason = reason
  }

  /// What was wrong, without the name of the file, in English.
  package var english: String {
    switch reason {
    case .missing: "no such file"
    case .kind(.folder): "it is a folder"
    case .kind(.pipe): "it is a pipe, not a file"
    case .kind(.socket): "it is a socket, not a file"
    case .kind(.device): "it is a device, not a file"
    case .kind(.file): "it is a file"
    case .noFolder(let folder): "there is no folder \(folder)"
    case .writeProtected: "it is write-protected"
    case .tooLarge(let limit): "it is larger than \(limit / 1_048_576) MiB"
    case .system(let number): String(cString: strerror(number)).lowercased()
    }
  }

  /// The same in Indonesian; the system's own words are English.
  package var indonesian: String {
    switch reason {
    case .missing: "berkas tidak ada"
    case .kind(.folder): "itu folder"
    case .kind(.pipe): "itu pipa (FIFO), bukan berkas"
    case .kind(.socket): "itu soket, bukan berkas"
    case .kind(.device): "itu perangkat, bukan berkas"
    case .kind(.file): "itu berkas"
    case .noFolder(let folder): "folder \(folder) tidak ada"
    case .writeProtected: "berkas itu dilindungi dari penulisan"
    case .tooLarge(let limit): "berkas itu lebih besar dari \(limit / 1_048_576) MiB"
    case .system(let number): String(cString: strerror(number)).lowercased()
    }
  }

  /// What the system said last.
  static func system(_ url: URL) -> FileProblem { FileProblem(url, .system(errno)) }
}
