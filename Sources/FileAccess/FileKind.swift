import Foundation

/// What stands under a name, after links have been followed.
package enum FileKind: Sendable, Hashable {
  /// An ordinary file, with its permissions.
  case file(mode: mode_t)
  case folder
  case pipe, socket, device

  /// What the system says of an opened file or of a name.
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(mode: status.st_mode & 0o7777)
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// What the name of a file leads to; `nil` where nothing is there.
  package init?(_ url: URL) {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return nil }
    self.init(status)
  }
}
