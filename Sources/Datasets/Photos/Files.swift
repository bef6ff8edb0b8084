import Foundation

/// What is asked of the file system, with errors that a reader can act on.
///
/// Links are followed. Pipes, sockets and devices are neither files nor folders, and are never opened: to read from one can
/// take for ever.
enum Files {
  /// What stands under a name, and its identity, which two names of one thing share.
  struct Status {
    enum Kind { case file, folder, other }
    let kind: Kind
    let identity: Identity
  }

  /// The place of a file or folder on its device.
  struct Identity: Hashable {
    let device, node: UInt64
  }

  /// What stands under a name, or nil where there is nothing, or a link that leads nowhere.
  static func status(of url: URL) -> Status? {
    var found = stat()
    guard stat(url.path, &found) == 0 else { return nil }
    let kind: Status.Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Status(kind: kind, identity: Identity(device: UInt64(found.st_dev), node: UInt64(found.st_ino)))
  }

  /// Whether there is a folder of that name.
  static func isFolder(_ url: URL) -> Bool { status(of: url)?.kind == .folder }

  /// Whether there is an ordinary file of that name.
  static func isFile(_ url: URL) -> Bool { status(of: url)?.kind == .file }

  /// What a folder holds, hidden entries and what systems leave behind as well, in the order of Python's `sorted`.
  static func entries(of url: URL) throws(PhotoCollectionError) -> [URL] {
    guard isFolder(url) else {
      throw PhotoCollectionError(url, "not a folder: give a folder with one sub-folder of pictures for each class")
    }
    do {
      return try inOrder(FileManager.default.contentsOfDirectory(atPath: url.path)).map { url.appending(path: $0) }
    } catch {
      throw PhotoCollectionError(url, "the folder can't be listed: check its permissions")
    }
  }

  /// Names in the order of their code points, as Python sorts them, whatever accents are composed of.
  static func inOrder(_ names: [String]) -> [String] {
    names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// Whether an entry is hidden, or one of those that systems and programs leave in folders of pictures.
  static func isLeftover(_ url: URL) -> Bool {
    let name = url.lastPathComponent
    return name.hasPrefix(".") || leftovers.contains(name.lowercased())
  }

  /// In lower case; hidden ones, such as `.DS_Store`, `._photo.jpg` and `.ipynb_checkpoints`, go without saying.
  private static let leftovers: Set<String> = [
    "__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "@eadir", "$recycle.bin",
    "system volume information",
    "lost+found", "__pycache__",
  ]

  /// Bytes of a file.
  static func size(of url: URL) throws(PhotoCollectionError) -> Int {
    let path = url.resolvingSymlinksInPath().path
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber else {
      throw PhotoCollectionError(url, "the file can't be read: check its permissions")
    }
    return size.intValue
  }

  /// The lines of a short text, without empty ones and the spaces around them.
  static func lines(of url: URL) throws(PhotoCollectionError) -> [String] {
    guard isFile(url) else { throw PhotoCollectionError(url, "the file is missing; unpack the data set again") }
    guard try size(of: url) <= 16 * 1_048_576 else { throw PhotoCollectionError(url, "too large for a list") }
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw PhotoCollectionError(url, "no text that can be read; unpack the data set again")
    }
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
