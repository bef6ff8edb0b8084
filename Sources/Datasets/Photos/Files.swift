import Foundation

/// What is asked of the file system, with errors that a reader can act on.
enum Files {
  /// Whether there is a folder of that name.
  static func isFolder(_ url: URL) -> Bool { kind(of: url) == true }

  /// Whether there is a file of that name that is no folder.
  static func isFile(_ url: URL) -> Bool { kind(of: url) == false }

  private static func kind(of url: URL) -> Bool? {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) ? isFolder.boolValue : nil
  }

  /// What a folder holds, sorted by name, without hidden entries.
  static func entries(of url: URL) throws(PhotoCollectionError) -> [URL] {
    guard isFolder(url) else {
      throw PhotoCollectionError(url, "not a folder: give a folder with one sub-folder of pictures for each class")
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { !$0.hasPrefix(".") }
        .sorted()
        .map { url.appending(path: $0) }
    } catch {
      throw PhotoCollectionError(url, "the folder can't be listed: check its permissions")
    }
  }

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
